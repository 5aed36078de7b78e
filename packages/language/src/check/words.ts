import { normalizeWords, quotedQuantities } from './quoted-quantities.ts';
import type { QuotedQuantity } from './quoted-quantities.ts';

/** Words of a document with the numbers in them. */
export interface Words {
  readonly text: string;
  readonly quantities: readonly QuotedQuantity[];
}

/** Normalized words; the numbers in them are looked for when first asked for. */
export function wordsOf(written: string): Words {
  const text = normalizeWords(written);
  let found: readonly QuotedQuantity[] | undefined;
  return {
    text,
    get quantities() {
      return (found ??= quotedQuantities(text));
    },
  };
}

/** Every number in some words, in digits of either width or in Chinese, with what it measures. */
export function quantitiesIn(text: string): readonly QuotedQuantity[] {
  return wordsOf(text).quantities;
}
