import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Language } from '@luodi/evaluation';

const yuan = 100n;
const tenThousand = 10_000n * yuan;
const million = 1_000_000n * yuan;
const hundredMillion = 100_000_000n * yuan;
const billion = 1_000_000_000n * yuan;

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** A sum in a unit with two decimals, rounded half up; without them where they are zero. */
function inUnit(fen: bigint, unit: bigint): string {
  const hundredths = (fen * 100n + unit / 2n) / unit;
  const decimals = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const whole = grouped((hundredths / 100n).toString());
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

function magnitude(fen: bigint, language: Language): string {
  if (language === 'zh') {
    if (fen >= hundredMillion) return `${inUnit(fen, hundredMillion)}亿元`;
    if (fen >= tenThousand) return `${inUnit(fen, tenThousand)}万元`;
    return formatMoneyZh(rational(fen));
  }
  if (fen >= billion) return `CNY ${inUnit(fen, billion)} billion`;
  if (fen >= million) return `CNY ${inUnit(fen, million)} million`;
  return formatMoneyEn(rational(fen));
}

/** A sum of a whole city in fen, rounded for reading: `1.23亿元`, `CNY 123.46 million`. The exact one belongs beside it. */
export function citySum(fen: number, language: Language): string {
  const whole = BigInt(fen);
  return whole < 0n ? `−${magnitude(-whole, language)}` : magnitude(whole, language);
}

/** A difference with its sign: `+1.23亿元`, `−300万元`, `0`. */
export function signedSum(fen: number, language: Language): string {
  if (fen === 0) return '0';
  return fen > 0 ? `+${citySum(fen, language)}` : citySum(fen, language);
}

/** How many, with thousands separators. */
export function count(number: number): string {
  return number < 0 ? `−${grouped(String(-number))}` : grouped(String(number));
}

/** A difference of counts with its sign. */
export function signedCount(number: number): string {
  return number > 0 ? `+${count(number)}` : count(number);
}

/** A sum in yuan to the fen, as a spreadsheet reads it. */
export function plainYuan(fen: number): string {
  const whole = BigInt(fen);
  const positive = whole < 0n ? -whole : whole;
  const decimals = (positive % yuan).toString().padStart(2, '0');
  return `${whole < 0n ? '-' : ''}${positive / yuan}.${decimals}`;
}
