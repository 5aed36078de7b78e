import { findUnit, fraction, rational } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import { chineseNumber } from './chinese-number.ts';
import type { Words } from './words.ts';

const magnitude = /^[十百千万亿]+/;

/** How many ones a magnitude before a unit stands for: 10000 for `万平方米`. */
function factorOf(words: string): Rational {
  const prefix = magnitude.exec(words)?.[0];
  return rational((prefix === undefined ? undefined : chineseNumber(prefix)) ?? 1n);
}

/** Every number of the words with its magnitude counted in: 2千亿 as 200000000000, 两百 as 200. */
function* wholeNumbers(text: string): Generator<Rational> {
  for (const match of text.matchAll(/(\d+(?:,\d{3})*(?:\.\d+)?)([十百千万亿]*)/g)) {
    const number = fraction.parseDecimal(match[1] ?? '');
    if (number !== undefined) yield fraction.multiply(number, factorOf(match[2] ?? ''));
  }
  for (const [numeral] of text.matchAll(/[零〇一二两三四五六七八九十百千万亿]+/g)) {
    const number = chineseNumber(numeral);
    if (number !== undefined) yield rational(number);
  }
}

/**
 * Whether words (of a quotation) hold a number in a unit: the bare number, whatever follows it, or the same quantity written
 * otherwise (`1000` with `亿元` as 千亿元, `6` with `个月` as 半年).
 */
export function numberStands(number: Rational, unit: string, words: Words): boolean {
  const whole = fraction.multiply(number, factorOf(unit));
  for (const found of wholeNumbers(words.text))
    if (fraction.equal(found, whole) || fraction.equal(found, number)) return true;
  const known = findUnit(unit);
  const value = known === undefined ? undefined : fraction.multiply(number, known.scale);
  return words.quantities.some(
    (quoted) =>
      fraction.equal(quoted.number, number) ||
      (value !== undefined &&
        quoted.dimension === known?.dimension &&
        fraction.equal(quoted.value, value)),
  );
}

/** The first number in digits of a text that does not stand in the words. */
export function absentNumber(text: string, words: Words): string | undefined {
  for (const [digits] of text.normalize('NFKC').matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)) {
    const number = fraction.parseDecimal(digits);
    if (number !== undefined && !numberStands(number, '', words)) return digits;
  }
  return undefined;
}
