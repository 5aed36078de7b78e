import { describe, expect, test } from 'vitest';
import type { AdjustableMeasure, SimulationParameter } from '@luodi/server/contract';
import { citySum, count, plainYuan, signedSum } from '../src/pages/simulation/city-sum.ts';
import { csv } from '../src/pages/simulation/csv.ts';
import {
  askedChanges,
  knownChanges,
  parseChanges,
  printChanges,
  withChange,
} from '../src/pages/simulation/page-changes.ts';
import {
  budgetOf,
  numberOf,
  reachOf,
  valueOf,
  valueWords,
} from '../src/pages/simulation/parameter-value.ts';
import { presetsOf } from '../src/pages/simulation/presets.ts';

const percent = { min: 2, max: 10, step: 1, value: 5, decimals: 0, unit: '%' };
const million = { min: 100, max: 400, step: 10, value: 200, decimals: 0, unit: '万元' };

function parameter(
  id: string,
  kind: SimulationParameter['kind'],
  value: string,
  range: SimulationParameter['range'],
): SimulationParameter {
  const words = `给: ${value}`;
  return { id, kind, value, words, start: 3, label: id, labelEn: id, range, choices: null };
}

function measure(name: string, changes: Partial<AdjustableMeasure> = {}): AdjustableMeasure {
  return {
    measure: `made-up/${name}`,
    label: name,
    labelEn: name,
    document: 'made-up',
    documentTitle: '虚构办法',
    documentTitleEn: 'Made-up measures',
    clause: '第一条',
    quote: '给。',
    matter: name,
    validity: { from: '2024-01-01', until: '2026-12-31' },
    parameters: [
      parameter('rate-1', 'rate', '5%', percent),
      parameter('cap-1', 'cap', '200万元', million),
    ],
    ...changes,
  };
}

const subsidy = measure('补助');
const [rate, cap] = subsidy.parameters;
if (rate === undefined || cap === undefined) throw new Error('the made-up measure has both');

describe('链接里的改动', () => {
  const texts = ['rate-1:6%', 'rate-1:6%;until:2028-12-31', ''];
  for (const text of texts)
    test(`“${text}”读出来再写，还是原样`, () => {
      expect(printChanges(parseChanges(text))).toBe(text);
    });

  test('不成样子的部分略去', () => {
    expect([...parseChanges(';rate-1;:6%;cap-1: ;cap-1:300万元')]).toEqual([['cap-1', '300万元']]);
  });

  test('改回原值就不再是改动', () => {
    const changed = withChange(new Map(), rate, '6%');
    expect(printChanges(changed)).toBe('rate-1:6%');
    expect(printChanges(withChange(changed, rate, '5%'))).toBe('');
  });

  test('措施没有的参数、和原来一样的值不算', () => {
    const changes = parseChanges('rate-9:6%;cap-1:200万元;rate-1:6%');
    expect([...knownChanges(subsidy, changes)]).toEqual([['rate-1', '6%']]);
  });

  test('没有改动时问现行规则的花费', () => {
    expect(askedChanges(subsidy, new Map())).toEqual([
      { measure: 'made-up/补助', parameter: 'rate-1', value: '5%' },
    ]);
  });

  test('有改动时只问改动', () => {
    expect(askedChanges(subsidy, parseChanges('cap-1:300万元'))).toEqual([
      { measure: 'made-up/补助', parameter: 'cap-1', value: '300万元' },
    ]);
  });
});

describe('参数的值', () => {
  const numbers = [
    { text: '6%', range: percent, number: 6 },
    { text: '6.5%', range: percent, number: 6.5 },
    { text: '1,000万元', range: million, number: 1000 },
    { text: '3亿元', range: million, number: undefined },
    { text: '很多', range: percent, number: undefined },
  ];
  for (const { text, range, number } of numbers)
    test(`“${text}”以${range.unit}计是 ${number ?? '读不出'}`, () => {
      expect(numberOf(text, range)).toBe(number);
    });

  test('写出来带单位，没有二进制的尾数', () => {
    expect(valueOf(0.1 + 0.2, percent)).toBe('0.3%');
    expect(valueOf(300, million)).toBe('300万元');
  });

  test('填的数超出滑块时，滑块伸长', () => {
    expect(reachOf(percent, 30)).toEqual({ min: 2, max: 30 });
    expect(reachOf(percent, 0)).toEqual({ min: 0, max: 10 });
    expect(reachOf(percent, 6)).toEqual({ min: 2, max: 10 });
  });

  const written = [
    { text: '300万元', english: 'CNY 3,000,000' },
    { text: '6%', english: '6%' },
    { text: '3年', english: '3 years' },
    { text: '2028-12-31', english: '2028-12-31' },
  ];
  for (const { text, english } of written)
    test(`“${text}”的英文是“${english}”，中文不变`, () => {
      expect(valueWords(text, 'en', { 年: 'years' })).toBe(english);
      expect(valueWords(text, 'zh', { 年: 'years' })).toBe(text);
    });

  const budgets = [
    { typed: '5亿元', budget: '5亿元' },
    { typed: ' 5 亿 ', budget: '5亿元' },
    { typed: '3000万', budget: '3000万元' },
    { typed: '500 million', budget: '500百万元' },
    { typed: 'CNY 30,000,000', budget: '30000000元' },
    { typed: '', budget: undefined },
    { typed: '5家', budget: undefined },
    { typed: '很多', budget: undefined },
  ];
  for (const { typed, budget } of budgets)
    test(`预算“${typed}”读作 ${budget ?? '读不出'}`, () => {
      expect(budgetOf(typed)).toBe(budget);
    });
});

describe('全市的金额', () => {
  const sums = [
    { fen: 12_345_678_901, zh: '1.23亿元', en: 'CNY 123.46 million' },
    { fen: 10_000_000_000, zh: '1亿元', en: 'CNY 100 million' },
    { fen: 12_345_678_901_234, zh: '1,234.57亿元', en: 'CNY 123.46 billion' },
    { fen: 62_469_000, zh: '62.47万元', en: 'CNY 624,690' },
    { fen: 5, zh: '0.05元', en: 'CNY 0.05' },
    { fen: 0, zh: '0元', en: 'CNY 0' },
    { fen: -300_000_000, zh: '−300万元', en: '−CNY 3 million' },
  ];
  for (const { fen, zh, en } of sums)
    test(`${fen} 分写作 ${zh}、${en}`, () => {
      expect(citySum(fen, 'zh')).toBe(zh);
      expect(citySum(fen, 'en')).toBe(en);
    });

  test('差带正负号，表格里精确到分，户数有千分位', () => {
    expect(signedSum(300_000_000, 'zh')).toBe('+300万元');
    expect(signedSum(0, 'zh')).toBe('0');
    expect(plainYuan(-12_345)).toBe('-123.45');
    expect(count(-1_234_567)).toBe('−1,234,567');
  });
});

test('下载的表格：逗号、引号、换行不乱列', () => {
  expect(
    csv([
      ['组', '金额（元）'],
      ['甲,乙', '说"好"\n'],
    ]),
  ).toBe('\uFEFF组,金额（元）\r\n"甲,乙","说""好""\n"\r\n');
});

test('起步的措施：在施行、有比例和封顶，同类多的在前，比例各加一格', () => {
  const [first, second] = presetsOf(
    [
      measure('独一'),
      measure('甲', { matter: '常见' }),
      measure('乙', { matter: '常见', parameters: [cap] }),
      measure('过期', { matter: '常见', validity: { from: '2020-01-01', until: '2020-12-31' } }),
    ],
    '2026-06-01',
    5,
  );
  expect([first?.measure.label, first?.value]).toEqual(['甲', '6%']);
  expect(second?.measure.label).toBe('独一');
});
