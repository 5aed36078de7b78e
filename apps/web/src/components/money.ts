import { formatMoneyEn, formatMoneyZh, fraction, rational } from '@luodi/kernel';
import type { Language } from '@luodi/evaluation';

/** A sum in fen as people write it in the language of the page; where there are fen, with both their digits. */
export function money(fen: bigint, language: Language): string {
  if (fen > 0n && fen % 100n !== 0n) return exactMoney(fen, language);
  return language === 'zh' ? formatMoneyZh(rational(fen)) : formatMoneyEn(rational(fen));
}

/** A sum in fen to the fen: `2,000,000.00元`. */
export function exactMoney(fen: bigint, language: Language): string {
  const yuan = fraction.formatDecimal(rational(fen / 100n));
  const digits = `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${(fen % 100n).toString().padStart(2, '0')}`;
  return language === 'zh' ? `${digits}元` : `CNY ${digits}`;
}
