import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Language } from '@luodi/evaluation';

/** A sum in fen as people write it in the language of the page. */
export function money(fen: bigint, language: Language): string {
  return language === 'zh' ? formatMoneyZh(rational(fen)) : formatMoneyEn(rational(fen));
}
