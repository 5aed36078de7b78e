import { describe, expect, test } from 'vitest';
import { findUnit, fraction, parseQuantity, unitPrefix, unitSymbols } from '../src/index.ts';

function read(text: string): string {
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string') return quantity;
  const { numerator, denominator } = quantity.value;
  const value = denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
  return [value, quantity.dimension, quantity.unit.counter ?? ''].join(' ').trim();
}

const written: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'money comes in fen': [
    ['200万元', '200000000 money'],
    ['1.5亿元', '15000000000 money'],
    ['3,000万元', '3000000000 money'],
    ['1，000元', '100000 money'],
    ['0.01元', '1 money'],
    ['1999999.99元', '199999999 money'],
    ['5角', '50 money'],
    ['7分', '7 money'],
    ['2百万元', '200000000 money'],
    ['3千万元', '3000000000 money'],
    ['1万亿元', '100000000000000 money'],
    ['0.001元', '1/10 money'],
    ['-20万元', '-20000000 money'],
    ['−20万元', '-20000000 money'],
    ['200 万元', '200000000 money'],
    ['２００万元', '200000000 money'],
    ['１．５亿元', '15000000000 money'],
  ],
  'rates are pure numbers': [
    ['5%', '1/20'],
    ['５％', '1/20'],
    ['5‰', '1/200'],
    ['2个百分点', '1/50'],
    ['3倍', '3'],
    ['8折', '4/5'],
    ['100%', '1'],
    ['12', '12'],
    ['0.85', '17/20'],
    ['3万', '30000'],
    ['2亿', '200000000'],
  ],
  'things are counted by their counter': [
    ['3家', '3  家'],
    ['20人', '20  人'],
    ['1万户', '10000  户'],
    ['2个', '2  个'],
    ['5项', '5  项'],
    ['10人次', '10  人次'],
  ],
  'measures come in the base unit of their dimension': [
    ['500平方米', '500 area'],
    ['3亩', '2000 area'],
    ['1亩', '2000/3 area'],
    ['2公顷', '20000 area'],
    ['1平方千米', '1000000 area'],
    ['1万平方米', '10000 area'],
    ['10米', '10000 length'],
    ['80厘米', '800 length'],
    ['15毫米', '15 length'],
    ['3公里', '3000000 length'],
    ['20兆瓦', '20000000 power'],
    ['6千瓦', '6000 power'],
    ['35千伏', '35000 voltage'],
    ['3吨', '3000 mass'],
    ['5000吨标煤', '5000 coal'],
    ['3万吨标煤', '30000 coal'],
    ['2千瓦时', '2000 energy'],
    ['40标箱', '40 container'],
  ],
  'durations are months, days or working days, which do not mix': [
    ['3年', '36 month'],
    ['6个月', '6 month'],
    ['1月', '1 month'],
    ['30日', '30 day'],
    ['30天', '30 day'],
    ['20个工作日', '20 workday'],
    ['20工作日', '20 workday'],
  ],
  'compound units divide one dimension by another': [
    ['0.2元/瓦', '20 money·power^-1'],
    ['300元/吨', '30 mass^-1·money'],
    ['50万元/亩', '75000 area^-1·money'],
    ['2元/平方米', '200 area^-1·money'],
    ['1万元/家', '1000000 money'],
    ['100元/千瓦时', '10 energy^-1·money'],
    ['1元/元', '1'],
  ],
  'anything else is said to be unreadable': [
    ['', 'not_a_number'],
    ['万元', 'not_a_number'],
    ['9'.repeat(101), 'not_a_number'],
    ['约200万元', 'not_a_number'],
    ['两百万元', 'not_a_number'],
    ['1.2.3元', 'unknown_unit'],
    ['1,50元', 'not_a_number'],
    ['200美元', 'unknown_unit'],
    ['5 apples', 'unknown_unit'],
    ['3元/', 'unknown_unit'],
    ['3元/家/年', 'unknown_unit'],
    ['200万元以上', 'unknown_unit'],
  ],
};

for (const [title, cases] of Object.entries(written))
  describe(title, () => {
    for (const [text, is] of cases)
      test(`“${text}” reads as ${is}`, () => expect(read(text)).toBe(is));
  });

describe('the longest unit after a number is taken', () => {
  const cases: readonly [string, string][] = [
    ['万元以上', '万元'],
    ['元/瓦给予', '元/瓦'],
    ['个工作日内', '个工作日'],
    ['个月后', '个月'],
    ['平方米以下', '平方米'],
    ['吨标煤', '吨标煤'],
    ['吨以上', '吨'],
    ['千瓦时', '千瓦时'],
    ['以上', ''],
    ['', ''],
  ];
  for (const [text, unit] of cases)
    test(`“${text}” begins with “${unit}”`, () => expect(unitPrefix(text)).toBe(unit));
});

test('every symbol of the table is found under its own name', () => {
  for (const symbol of unitSymbols()) expect(findUnit(symbol)?.symbol).toBe(symbol);
});

test('an area of three 亩 is exactly two thousand square metres', () => {
  const mu = findUnit('亩');
  expect(mu && fraction.multiply(mu.scale, { numerator: 3n, denominator: 1n })).toEqual({
    numerator: 2000n,
    denominator: 1n,
  });
});
