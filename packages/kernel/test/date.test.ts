import { describe, expect, test } from 'vitest';
import { compareDates, parseDate } from '../src/index.ts';

describe('days that exist are read', () => {
  for (const text of ['2024-01-23', '2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01'])
    test(text, () => expect(parseDate(text)?.toString()).toBe(text));
});

describe('days that do not exist, and other spellings, are not', () => {
  const cases = [
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-23',
    '2024/01/23',
    '2024年1月23日',
    '20240123',
    '2024-01-23T00:00:00',
    ' 2024-01-23',
    '',
  ];
  for (const text of cases) test(`“${text}”`, () => expect(parseDate(text)).toBeUndefined());
});

describe('days are in order', () => {
  const cases: readonly [string, string, number][] = [
    ['2023-12-31', '2024-01-01', -1],
    ['2024-01-01', '2024-01-01', 0],
    ['2024-03-01', '2024-02-29', 1],
  ];
  for (const [a, b, is] of cases)
    test(`${a} against ${b}`, () => {
      const [left, right] = [parseDate(a), parseDate(b)];
      expect(left && right && compareDates(left, right)).toBe(is);
    });
});
