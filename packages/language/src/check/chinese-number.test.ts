import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';

const cases: readonly (readonly [string, bigint | undefined])[] = [
  ['零', 0n],
  ['两', 2n],
  ['十', 10n],
  ['十二', 12n],
  ['二十', 20n],
  ['三百零五', 305n],
  ['两千', 2000n],
  ['一万', 10_000n],
  ['三千五百万', 35_000_000n],
  ['一亿二千万', 120_000_000n],
  ['万', 10_000n],
  ['一万亿', 1_000_000_000_000n],
  ['', undefined],
  ['甲', undefined],
];

for (const [text, value] of cases) {
  test(`“${text}” is ${value ?? 'no number'}`, () => {
    expect(chineseNumber(text)).toBe(value);
  });
}
