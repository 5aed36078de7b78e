import { findUnit, fraction, rational, unitPrefix } from '@luodi/kernel';
import type { Dimension, Rational } from '@luodi/kernel';
import { chineseNumber } from './chinese-number.ts';

/** A number that stands in the words of a document. */
export interface QuotedQuantity {
  readonly value: Rational;
  readonly dimension: Dimension;
  /** The number before its unit: `5` of `5次`. */
  readonly number: Rational;
}

/** Words in one width and without spaces, so that rule and quotation compare. */
export function normalizeWords(text: string): string {
  return text
    .replace(/㎡|平米/g, '平方米')
    .normalize('NFKC')
    .replace(/\s+/g, '');
}

const separators = '(?:[、,和或及与至到—–\\-~～/]|以上|以下|\\(含\\)|分别)+';
const nextInList = new RegExp(`^${separators}\\d+(?:\\.\\d+)?`);
const digits = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** The unit after a number; in `30、20万元` the numbers share the last one. */
function unitAfter(words: string, end: number): string {
  const rest = words.slice(end, end + 40);
  const unit = unitPrefix(rest);
  if (unit !== '') return unit;
  const next = nextInList.exec(rest)?.[0];
  return next === undefined ? '' : unitAfter(words, end + next.length);
}

function quantity(number: Rational, symbol: string): QuotedQuantity[] {
  const unit = symbol === '' ? undefined : findUnit(symbol);
  if (unit === undefined) return [{ value: number, dimension: '', number }];
  const value = fraction.multiply(number, unit.scale);
  const own = { value, dimension: unit.dimension, number };
  // `500万` stands for a sum of money where the unit 元 is left out.
  const sum = { value: fraction.multiply(value, rational(100n)), dimension: 'money', number };
  return unit.dimension === '' && /[万亿千百]$/.test(symbol) ? [own, sum] : [own];
}

function arabic(words: string): QuotedQuantity[] {
  return [...words.matchAll(digits)].flatMap((match) => {
    const number = fraction.parseDecimal(match[0]);
    if (number === undefined) return [];
    return quantity(number, unitAfter(words, match.index + match[0].length));
  });
}

function chinese(words: string): QuotedQuantity[] {
  const found: QuotedQuantity[] = [];
  for (const match of words.matchAll(/[零〇一二两三四五六七八九十百千万亿]+/g)) {
    const symbol = unitPrefix(words.slice(match.index + match[0].length, match.index + 40));
    if (symbol === '') continue;
    // 六五折 is 6.5 折: the characters stand for digits.
    const spoken = symbol === '折' && match[0].length === 2 ? match[0].split('') : [match[0]];
    const [whole = 0n, tenths = 0n] = spoken.map((part) => chineseNumber(part) ?? 0n);
    const number = rational(whole * 10n + tenths, 10n);
    found.push(...quantity(number, symbol));
  }
  return found;
}

function share(numerator: bigint, denominator: bigint): QuotedQuantity {
  const value = rational(numerator, denominator);
  return { value, dimension: '', number: value };
}

/** 减半, 半年, 百分之五, 三分之一, 1/3. */
function spokenShares(words: string): QuotedQuantity[] {
  const found: QuotedQuantity[] = [];
  if (/减半|一半|半数/.test(words)) found.push(share(1n, 2n));
  if (words.includes('半年'))
    found.push({ value: rational(6n), dimension: 'month', number: rational(1n, 2n) });
  for (const match of words.matchAll(
    /([一二三四五六七八九十百千]+)分之([零〇一二两三四五六七八九十百]+)/g,
  )) {
    const below = chineseNumber(match[1] ?? '');
    const above = chineseNumber(match[2] ?? '');
    if (below !== undefined && above !== undefined && below !== 0n) found.push(share(above, below));
  }
  for (const match of words.matchAll(/(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/.])/g)) {
    const [above, below] = [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)];
    if (above < below) found.push(share(above, below));
  }
  return found;
}

/** Every number in the words (normalized), in digits or in Chinese. */
export function quotedQuantities(words: string): readonly QuotedQuantity[] {
  return [...arabic(words), ...chinese(words), ...spokenShares(words)];
}
