import { describe, expect, test } from 'vitest';
import { readFacts } from '../src/index.ts';
import { modelContent } from './mechanism-content.ts';

const content = modelContent();

const payment = { 事项: '示范补助', 日期: '2023-02-03', 金额: '1元' };

describe('the same fact in several spellings reads the same', () => {
  const same: readonly (readonly [title: string, facts: readonly unknown[]])[] = [
    [
      'money',
      [
        { 合同额: '3000万元' },
        { contract_sum: 3_000_000_000 },
        { 合同额: '30,000,000元' },
        { 合同额: 3_000_000_000n },
        { 合同额: '０.3亿元' },
      ],
    ],
    [
      'a truth',
      [{ 合格: true }, { 合格: '是' }, { qualified: 'yes' }, { 合格: 1 }, { 合格: '有' }],
    ],
    ['a count', [{ 人数: 3 }, { 人数: '3' }, { staff: '3人' }, { 人数: '3 人' }]],
    ['a rate', [{ 占比: '5%' }, { share: '50‰' }, { 占比: '0.05' }, { 占比: 0.05 }]],
    [
      'power, a bare number in its unit',
      [{ 装机容量: '10千瓦' }, { 装机容量: 10 }, { capacity: '10000瓦' }],
    ],
    ['a choice', [{ 评级: '五星' }, { rating: 'five-star' }, { 评级: ' 五星 ' }]],
    [
      'an annual figure',
      [
        { '上年(年投入)': '1元' },
        { 'prior_year(annual_investment)': 100 },
        { '上年（年投入）': '1元' },
      ],
    ],
    [
      'figures by year',
      [
        { 年投入: { 2024: '1元', 2023: '2元' } },
        { annual_investment: { '2023年度': 200, '2024年': 100 } },
      ],
    ],
    ['one item', [{ 项目: [{ 项目投资: '1元' }] }, { project: { project_investment: 100 } }]],
    [
      'a payment',
      [
        { 历史: [payment] },
        { history: [{ measure: '示范措施', date: '2023-02-03', amount: 100 }] },
      ],
    ],
    ['nothing known', [{}, { 合格: '未知', 年投入: null }, { 合同额: '' }, { 合格: 'unknown' }]],
  ];
  for (const [title, facts] of same)
    test(title, () => {
      const [first, ...others] = facts.map((each) => {
        const read = readFacts(each, content);
        return read.ok ? normal(read.value) : read.error;
      });
      for (const other of others) expect(other).toEqual(first);
    });

  /** Maps without their order; a payment counts for its matter and measure alike. */
  function normal(value: unknown): unknown {
    return JSON.parse(
      JSON.stringify(value, (key, each: unknown) => {
        if (typeof each === 'bigint') return `${each}`;
        if (key === 'about') return undefined;
        if (!(each instanceof Map)) return each;
        const entries: readonly (readonly [unknown, unknown])[] = [...each];
        return entries.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      }),
    );
  }
});
