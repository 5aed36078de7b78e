import { compare, divide, formatDecimal, negate, rational, zero } from './rational.ts';
import type { Rational } from './rational.ts';

const yuan = 100n;
const tenThousand = 10_000n * yuan;
const hundredMillion = 100_000_000n * yuan;

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

function inUnit(fen: Rational, size: bigint): Rational {
  return divide(fen, rational(size)) ?? zero;
}

/** A sum as documents write it: `25万元`, `1.5亿元`, `1,999,999.99元`. Exact: the unit is the largest that needs at most four decimals. */
export function formatMoneyZh(fen: Rational): string {
  const magnitude = compare(fen, zero) < 0 ? negate(fen) : fen;
  const exact = magnitude.denominator === 1n;
  for (const [size, word] of [
    [hundredMillion, '亿元'],
    [tenThousand, '万元'],
  ] as const) {
    const step = size / 10_000n;
    if (exact && magnitude.numerator >= size && magnitude.numerator % step === 0n)
      return `${fen.numerator < 0n ? '-' : ''}${formatDecimal(inUnit(magnitude, size), 4)}${word}`;
  }
  return `${fen.numerator < 0n ? '-' : ''}${grouped(formatDecimal(inUnit(magnitude, yuan), exact ? 2 : 4))}元`;
}

/** A sum in English: `CNY 250,000`, `CNY 1,999,999.99`, never rounded to millions. */
export function formatMoneyEn(fen: Rational): string {
  const digits = formatDecimal(inUnit(fen, yuan), fen.denominator === 1n ? 2 : 4);
  const negative = digits.startsWith('-');
  return `${negative ? '-' : ''}CNY ${grouped(negative ? digits.slice(1) : digits)}`;
}
