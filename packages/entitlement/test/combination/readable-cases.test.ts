import { describe, expect, test } from 'vitest';
import { bestCombination, explainSetAside } from '../../src/combination/index.ts';
import type { Candidate, StackingConstraints } from '../../src/combination/index.ts';

const tenThousand = 1_000_000n;

interface Case {
  readonly name: string;
  /** 万元: an exact amount, or [certain, at most]. The part of the name before `·` is the matter. */
  readonly measures: Readonly<Record<string, number | readonly [number, number]>>;
  readonly rules?: Partial<StackingConstraints>;
  /** 万元 counted of what may be reached. */
  readonly counted: Readonly<Record<string, number>>;
  readonly setAside?: Readonly<Record<string, string>>;
  /** 万元: certain, at most. */
  readonly total: readonly [number, number];
}

function fen(amount: number): bigint {
  return BigInt(amount) * tenThousand;
}

function candidate([id, amount]: [string, number | readonly [number, number]]): Candidate {
  const [certain, upper] = typeof amount === 'number' ? [amount, amount] : amount;
  const [matter = ''] = id.split('·');
  return { id, matter, certainFen: fen(certain), upperFen: fen(upper) };
}

const exclusionCases: readonly Case[] = [
  {
    name: 'measures that nothing connects all count',
    measures: { 研发补助: 200, 租金补贴: [0, 30] },
    counted: { 研发补助: 200, 租金补贴: 30 },
    total: [200, 230],
  },
  {
    name: 'of one matter the best counts',
    measures: { 研发补助·市: 200, 研发补助·区: 80 },
    rules: { exclusions: [['研发补助·市', '研发补助·区']] },
    counted: { 研发补助·市: 200 },
    setAside: { 研发补助·区: '与“研发补助·市”属同一事项，择高不重复；选它多 120万元' },
    total: [200, 200],
  },
  {
    name: 'what may be reached decides before what is certain',
    measures: { 甲: [0, 100], 乙: 90 },
    rules: { exclusions: [['甲', '乙']] },
    counted: { 甲: 100 },
    setAside: { 乙: '与“甲”不能同时享受；选它最高可多 10万元' },
    total: [0, 100],
  },
  {
    name: 'of two that reach the same the more certain one is chosen',
    measures: { 甲: [0, 100], 乙: [60, 100] },
    rules: { exclusions: [['甲', '乙']] },
    counted: { 乙: 100 },
    setAside: { 甲: '与“乙”不能同时享受；最高额相同，但选它可确定的部分多 60万元' },
    total: [60, 100],
  },
  {
    name: 'of two that are equal in everything the first by id is chosen',
    measures: { b: 50, a: 50 },
    rules: { exclusions: [['b', 'a']] },
    counted: { a: 50 },
    setAside: { b: '与“a”不能同时享受；两种选法金额相同，只能选其一' },
    total: [50, 50],
  },
  {
    name: 'two middling measures beat the largest that excludes both',
    measures: { 大: 100, 中一: 70, 中二: 60 },
    rules: {
      exclusions: [
        ['大', '中一'],
        ['中二', '大'],
      ],
    },
    counted: { 中一: 70, 中二: 60 },
    setAside: { 大: '与“中一”、“中二”不能同时享受；选它们多 30万元' },
    total: [130, 130],
  },
  {
    name: 'in a ring of five, the best two that are not neighbours',
    measures: { a: 10, b: 12, c: 10, d: 11, e: 3 },
    rules: {
      exclusions: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'e'],
        ['e', 'a'],
      ],
    },
    counted: { b: 12, d: 11 },
    setAside: {
      a: '与“b”不能同时享受；选它多 2万元',
      c: '与“b”、“d”不能同时享受；选它们多 3万元',
      e: '与“d”不能同时享受；选它多 8万元',
    },
    total: [23, 23],
  },
  {
    name: 'of equal sums the choice that rules out fewer measures, a decision without money among them',
    measures: { 甲: 10, 乙: 10, 免于许可: 0 },
    rules: {
      exclusions: [
        ['甲', '乙'],
        ['甲', '免于许可'],
      ],
    },
    counted: { 乙: 10, 免于许可: 0 },
    setAside: { 甲: '与“乙”、“免于许可”不能同时享受；两种选法金额相同，只能选其一' },
    total: [10, 10],
  },
  {
    name: 'a rule on a measure that the applicant is not entitled to changes nothing',
    measures: { 甲: 10 },
    rules: {
      exclusions: [['甲', '无']],
      topUps: [{ base: '无', topUp: '甲' }],
      jointCaps: [{ name: '帽', capFen: fen(10), members: ['甲', '无'] }],
    },
    counted: { 甲: 10 },
    total: [10, 10],
  },
];

const topUpCases: readonly Case[] = [
  {
    name: 'a top-up pays the difference to the base',
    measures: { 标准化: 25, 示范: 50 },
    rules: { topUps: [{ base: '标准化', topUp: '示范' }] },
    counted: { 标准化: 25, 示范: 25 },
    total: [50, 50],
  },
  {
    name: 'a base that is larger leaves nothing to top up',
    measures: { 标准化: 60, 示范: 50 },
    rules: { topUps: [{ base: '标准化', topUp: '示范' }] },
    counted: { 标准化: 60 },
    setAside: {
      示范: '与“标准化”按补足计算，已选的已经达到最高的一项，再加这一项也不会增加',
    },
    total: [60, 60],
  },
  {
    name: 'a chain of top-ups brings the largest of its measures, step by step',
    measures: { 市级: 30, 省级: 50, 国家级: 100 },
    rules: {
      topUps: [
        { base: '省级', topUp: '国家级' },
        { base: '市级', topUp: '省级' },
      ],
    },
    counted: { 市级: 30, 省级: 20, 国家级: 50 },
    total: [100, 100],
  },
  {
    name: 'a chain runs on through a step that the applicant has no claim to',
    measures: { 市级: 30, 国家级: 100 },
    rules: {
      topUps: [
        { base: '市级', topUp: '省级' },
        { base: '省级', topUp: '国家级' },
      ],
    },
    counted: { 市级: 30, 国家级: 70 },
    total: [100, 100],
  },
  {
    name: 'when the largest of a chain gives way to something better, the next largest is the measure',
    measures: { 市级: 60, 省级: 30, 国家级: 50, 另案: 80 },
    rules: {
      exclusions: [['市级', '另案']],
      topUps: [
        { base: '市级', topUp: '省级' },
        { base: '省级', topUp: '国家级' },
      ],
    },
    counted: { 省级: 30, 国家级: 20, 另案: 80 },
    setAside: { 市级: '与“另案”不能同时享受；选它多 70万元' },
    total: [130, 130],
  },
  {
    name: 'two top-ups of one base are better off without it',
    measures: { 基础: 5, 甲: 15, 乙: 20 },
    rules: {
      topUps: [
        { base: '基础', topUp: '甲' },
        { base: '基础', topUp: '乙' },
      ],
    },
    counted: { 甲: 15, 乙: 20 },
    setAside: {
      基础: '与“甲”按补足计算，已选的已经达到最高的一项，再加这一项也不会增加',
    },
    total: [35, 35],
  },
];

const capCases: readonly Case[] = [
  {
    name: 'a joint cap cuts the members down to it, the larger is served first',
    measures: { 甲: 50, 乙: 80 },
    rules: { jointCaps: [{ name: '总额', capFen: fen(100), members: ['甲', '乙'] }] },
    counted: { 甲: 20, 乙: 80 },
    total: [100, 100],
  },
  {
    name: 'what is certain is counted before what may be reached',
    measures: { 甲: 50, 乙: [0, 80] },
    rules: { jointCaps: [{ name: '总额', capFen: fen(100), members: ['甲', '乙'] }] },
    counted: { 甲: 50, 乙: 50 },
    total: [50, 100],
  },
  {
    name: 'a member is absorbed once the others are certain to fill the cap',
    measures: { 甲: 60, 乙: 60, 丙: 10 },
    rules: { jointCaps: [{ name: '总额', capFen: fen(100), members: ['甲', '乙', '丙'] }] },
    counted: { 甲: 40, 乙: 60 },
    setAside: { 丙: '“总额”合并封顶 100万元，已选各项已经用满，再加这一项也不会增加' },
    total: [100, 100],
  },
  {
    name: 'a member stays chosen where the others only may fill the cap',
    measures: { 甲: [0, 60], 乙: [0, 60], 丙: [0, 10] },
    rules: { jointCaps: [{ name: '总额', capFen: fen(100), members: ['甲', '乙', '丙'] }] },
    counted: { 甲: 40, 乙: 60, 丙: 0 },
    total: [0, 100],
  },
  {
    name: 'a cap makes the smaller alternative outside it the better one',
    measures: { 帽内: 100, 帽外: 60, 同帽: 90 },
    rules: {
      exclusions: [['帽内', '帽外']],
      jointCaps: [{ name: '总额', capFen: fen(120), members: ['帽内', '同帽'] }],
    },
    counted: { 帽外: 60, 同帽: 90 },
    setAside: { 帽内: '与“帽外”不能同时享受；选它多 30万元' },
    total: [150, 150],
  },
  {
    name: 'crossing caps are respected at once: the measure under both gives way',
    measures: { 甲: 60, 乙: 60, 丙: 60 },
    rules: {
      jointCaps: [
        { name: '第一', capFen: fen(60), members: ['甲', '乙'] },
        { name: '第二', capFen: fen(60), members: ['甲', '丙'] },
      ],
    },
    counted: { 乙: 60, 丙: 60 },
    setAside: { 甲: '“第一”合并封顶 60万元，已选各项已经用满，再加这一项也不会增加' },
    total: [120, 120],
  },
  {
    name: 'top-up, cap and exclusion together',
    measures: { 基础: 40, 补足: 70, 同帽: 50, 互斥: 45 },
    rules: {
      exclusions: [['互斥', '同帽']],
      topUps: [{ base: '基础', topUp: '补足' }],
      jointCaps: [{ name: '总额', capFen: fen(100), members: ['补足', '同帽'] }],
    },
    counted: { 基础: 40, 补足: 30, 同帽: 50 },
    setAside: { 互斥: '与“同帽”不能同时享受；选它多 5万元' },
    total: [120, 120],
  },
  {
    name: 'a measure that only an absorbed one ruled out is chosen after all',
    measures: { 甲: 100, 乙: 30, 免于许可: 0 },
    rules: {
      exclusions: [['乙', '免于许可']],
      jointCaps: [{ name: '总额', capFen: fen(100), members: ['甲', '乙'] }],
    },
    counted: { 甲: 100, 免于许可: 0 },
    setAside: { 乙: '与“免于许可”不能同时享受；两种选法金额相同，只能选其一' },
    total: [100, 100],
  },
];

for (const [title, cases] of [
  ['exclusion', exclusionCases],
  ['topping up', topUpCases],
  ['joint caps', capCases],
] as const)
  describe(title, () => {
    for (const { name, measures, rules, counted, setAside, total } of cases)
      test(name, () => {
        const found = bestCombination(Object.entries(measures).map(candidate), {
          exclusions: [],
          topUps: [],
          jointCaps: [],
          ...rules,
        });
        const upper = found.chosen.map(({ id, countedUpperFen }) => [id, countedUpperFen]);
        expect(Object.fromEntries(upper)).toEqual(
          Object.fromEntries(Object.entries(counted).map(([id, amount]) => [id, fen(amount)])),
        );
        const reasons = found.setAside.map(({ id, because }) => [
          id,
          explainSetAside(because, new Map(), 'zh'),
        ]);
        expect(Object.fromEntries(reasons)).toEqual(setAside ?? {});
        expect([found.totalCertainFen, found.totalUpperFen]).toEqual(total.map(fen));
      });
  });

describe('what breaks the contract', () => {
  const one: Candidate = { id: 'a', matter: '', certainFen: 1n, upperFen: 2n };
  const nothing: StackingConstraints = { exclusions: [], topUps: [], jointCaps: [] };
  const cap = { name: '总额', capFen: -1n, members: ['a'] };
  const cases = [
    { name: 'a doubled id', candidates: [one, one], rules: nothing, says: 'a is given twice' },
    {
      name: 'more certain than possible',
      candidates: [{ ...one, certainFen: 3n }],
      rules: nothing,
      says: 'expected 0 <= certainFen <= upperFen',
    },
    {
      name: 'a negative amount',
      candidates: [{ ...one, certainFen: -1n }],
      rules: nothing,
      says: 'expected 0 <= certainFen <= upperFen',
    },
    {
      name: 'a negative cap',
      candidates: [one],
      rules: { ...nothing, jointCaps: [cap] },
      says: 'joint cap 总额 is negative',
    },
  ];
  for (const { name, candidates, rules, says } of cases)
    test(`${name} is refused`, () => {
      expect(() => bestCombination(candidates, rules)).toThrow(says);
    });

  test('nothing to choose from is nothing chosen', () => {
    expect(bestCombination([], nothing)).toEqual({
      chosen: [],
      setAside: [],
      totalCertainFen: 0n,
      totalUpperFen: 0n,
    });
  });
});
