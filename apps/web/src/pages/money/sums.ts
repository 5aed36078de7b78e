import type { Language } from '@luodi/evaluation';
import { exactMoney, money } from '../../components/money.ts';

/** A sum in fen, as text, as people write it: `5000万元`. */
export function say(fen: string, language: Language): string {
  return money(BigInt(fen), language);
}

/** A sum in fen, as text, to the fen: `50,000,000.00元`, `-1.00元`. */
export function sayExactly(fen: string, language: Language): string {
  const value = BigInt(fen);
  return value < 0n ? `−${exactMoney(-value, language)}` : exactMoney(value, language);
}

/** Yuan as tables have them, without the unit: `50,000,000.00`. */
export function sayYuan(fen: string): string {
  return sayExactly(fen, 'zh').replace(/元$/u, '');
}

/** A name in the language of the page. */
export function nameIn(
  { name, nameEn }: { readonly name: string; readonly nameEn: string },
  language: Language,
): string {
  return language === 'zh' ? name : nameEn;
}
