import { fraction, parseQuantity } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { normalizeWords, quotedQuantities } from './quoted-quantities.ts';

function stands(words: string, literal: string): boolean {
  const quantity = parseQuantity(literal);
  if (typeof quantity === 'string') throw new Error(literal);
  return quotedQuantities(normalizeWords(words)).some(
    (quoted) =>
      quoted.dimension === quantity.dimension && fraction.equal(quoted.value, quantity.value),
  );
}

const found: readonly (readonly [string, string])[] = [
  ['新增200万元以上', '200万元'],
  ['投资1000万元（含）以上', '1000万元'],
  ['给予３０万元', '30万元'],
  ['奖励 1,000 万元', '1000万元'],
  ['分别给予30、20万元', '30万元'],
  ['达到50亿、100亿元', '50亿元'],
  ['达到50亿元、100亿元', '100亿元'],
  ['超过500万的部分', '500万元'],
  ['500万元（含）至1亿元（含）', '1亿元'],
  ['按10-20%补助', '10%'],
  ['15%或20%', '20%'],
  ['５％', '5%'],
  ['按5‰奖励', '5‰'],
  ['高度不超过240厘米', '240厘米'],
  ['面积5000㎡', '5000平方米'],
  ['连续三年', '3年'],
  ['满一年', '1年'],
  ['两年内', '2年'],
  ['十个工作日内', '10个工作日'],
  ['二十五家', '25家'],
  ['半年内', '6个月'],
  ['减半收取', '50%'],
  ['打八折', '80%'],
  ['按六五折', '65%'],
  ['百分之二十', '20%'],
  ['千分之五', '5‰'],
  ['十万元', '10万元'],
  ['两千万元', '2000万元'],
  ['约 1/2', '50%'],
];

const absent: readonly (readonly [string, string])[] = [
  ['新增1200万元以上', '200万元'],
  ['按15%补助', '5%'],
  ['给予2.5万元', '5万元'],
  ['给予200万元', '200元'],
  ['给予200元', '200万元'],
  ['一定数额', '1万元'],
  ['连续三年', '3日'],
  ['八家', '80%'],
];

describe('numbers in the words of a document', () => {
  for (const [words, literal] of found) {
    test(`${literal} stands in “${words}”`, () => {
      expect(stands(words, literal)).toBe(true);
    });
  }
  for (const [words, literal] of absent) {
    test(`${literal} does not stand in “${words}”`, () => {
      expect(stands(words, literal)).toBe(false);
    });
  }
  test('三分之二 is two thirds', () => {
    const [quoted] = quotedQuantities('三分之二').filter((each) => each.value.denominator === 3n);
    expect(quoted?.value.numerator).toBe(2n);
  });
});
