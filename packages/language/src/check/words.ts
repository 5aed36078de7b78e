import { normalizeWords, quotedQuantities } from './quoted-quantities.ts';
import type { QuotedQuantity } from './quoted-quantities.ts';

/** Words of a document with the numbers in them. */
export interface Words {
  readonly text: string;
  readonly quantities: readonly QuotedQuantity[];
}

export function wordsOf(text: string): Words {
  const words = normalizeWords(text);
  return { text: words, quantities: quotedQuantities(words) };
}

/** Every number in some words, in digits of either width or in Chinese, with what it measures. */
export function quantitiesIn(text: string): readonly QuotedQuantity[] {
  return wordsOf(text).quantities;
}
