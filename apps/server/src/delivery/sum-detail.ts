import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { ErrorDetail } from '../contract/index.ts';
import { detail } from '../errors/refusal.ts';

/** A sum (分) that a refusal names. */
export function sumDetail(key: string, fen: bigint): ErrorDetail {
  const sum = rational(fen);
  return detail(key, '', { zh: formatMoneyZh(sum), en: formatMoneyEn(sum) });
}

/** Words or a day that a refusal names, the same in both languages. */
export function wordDetail(key: string, text: string): ErrorDetail {
  return detail(key, '', { zh: text, en: text });
}
