import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoneyEn, formatMoneyZh, parseQuantity, rational } from '../src/index.ts';

describe('sums are written as documents write them', () => {
  const cases: readonly [bigint, string, string][] = [
    [0n, '0元', 'CNY 0'],
    [1n, '0.01元', 'CNY 0.01'],
    [-1n, '-0.01元', '-CNY 0.01'],
    [99_999n, '999.99元', 'CNY 999.99'],
    [100_000n, '1,000元', 'CNY 1,000'],
    [25_000_000n, '25万元', 'CNY 250,000'],
    [199_999_999n, '1,999,999.99元', 'CNY 1,999,999.99'],
    [200_000_000n, '200万元', 'CNY 2,000,000'],
    [1_234_500n, '1.2345万元', 'CNY 12,345'],
    [1_234_567n, '12,345.67元', 'CNY 12,345.67'],
    [999_900n, '9,999元', 'CNY 9,999'],
    [1_000_000n, '1万元', 'CNY 10,000'],
    [10_000_000_000n, '1亿元', 'CNY 100,000,000'],
    [15_000_000_000n, '1.5亿元', 'CNY 150,000,000'],
    [10_000_100_000n, '10000.1万元', 'CNY 100,001,000'],
    [-25_000_000n, '-25万元', '-CNY 250,000'],
    [300_000_000_000_000n, '30000亿元', 'CNY 3,000,000,000,000'],
  ];
  for (const [fen, zh, en] of cases)
    test(`${fen} fen are ${zh}, ${en}`, () => {
      expect(formatMoneyZh(rational(fen))).toBe(zh);
      expect(formatMoneyEn(rational(fen))).toBe(en);
    });
});

test('a third of a yuan is shown to four decimals', () => {
  expect(formatMoneyZh(rational(100n, 3n))).toBe('0.3333元');
  expect(formatMoneyEn(rational(100n, 3n))).toBe('CNY 0.3333');
});

test('what is written for a whole number of fen reads back as the same sum', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (fen) => {
      const read = parseQuantity(formatMoneyZh(rational(fen)));
      return typeof read !== 'string' && read.value.numerator === fen;
    }),
  ));
