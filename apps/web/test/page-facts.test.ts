import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { completeFactText } from '../src/state/complete-fact-text.ts';
import { readPageFacts, withFact } from '../src/state/facts.ts';
import { parseRawFacts } from '../src/state/page-state.ts';
import { shownReferences, statedKey } from '../src/state/shown-facts.ts';

const { content } = loadContent(
  new Map([
    [
      'vocabulary/a.yaml',
      `
实体:
  项目: { 英文: Project, 属于: 企业, 标识: project }
事实:
  人数: { 标识: staff, 英文: Staff, 类型: 个数, 单位: 人, 定义: 在职人数, 英文定义: Staff, 出处: "a.txt:1", 问: 有多少人？, 英文问: How many?, 常用: 2 }
  投入: { 标识: spending, 英文: Spending, 类型: 金额, 单位: 元, 期间: 年, 定义: 投入, 英文定义: Spending, 出处: "a.txt:1", 问: 投入多少？, 英文问: How much?, 常用: 1 }
  项目额: { 标识: project_sum, 英文: Project sum, 实体: 项目, 类型: 金额, 单位: 元, 定义: 额, 英文定义: Sum, 出处: "a.txt:1", 问: 多少？, 英文问: How much? }
`,
    ],
  ]),
);

describe('facts of a link', () => {
  const cases = [
    { name: 'no facts at all', text: null, facts: {}, unread: [] },
    { name: 'text', text: '{"人数":"3人"}', facts: { 人数: '3人' }, unread: [] },
    {
      name: 'truth values become 是 and 否',
      text: '{"a":true,"b":false}',
      facts: { a: '是', b: '否' },
      unread: [],
    },
    {
      name: 'items',
      text: '{"项目":[{"项目额":"1元"},{}]}',
      facts: { 项目: [{ 项目额: '1元' }, {}] },
      unread: [],
    },
    {
      name: 'a bare number is named, not guessed',
      text: '{"投入":300,"人数":"3人"}',
      facts: { 人数: '3人' },
      unread: ['投入'],
    },
    {
      name: 'lists of anything else are named',
      text: '{"项目":["x"],"b":[["1"]]}',
      facts: {},
      unread: ['项目', 'b'],
    },
    { name: 'a cut link', text: '{"人数":"3', facts: {}, unread: [''] },
    { name: 'a list for the whole', text: '[]', facts: {}, unread: [''] },
  ];
  for (const c of cases)
    test(c.name, () => {
      expect(parseRawFacts(c.text)).toEqual({ facts: c.facts, unread: c.unread });
    });
});

describe('reading the facts of the page', () => {
  test('what cannot be read is left out and named, the rest is kept', () => {
    const read = readPageFacts({ 人数: '3人', 投入: '很多', 项目: [{ 项目额: '1家' }] }, content);
    expect(read.faults.map(({ key }) => key)).toEqual(['投入', '项目[0].项目额']);
    expect([...read.facts.entries.keys()]).toEqual(['人数']);
    expect([...read.facts.items.keys()]).toEqual([]);
  });

  test('an empty text makes a fact unknown again', () => {
    expect(withFact({ 人数: '3人', 投入: '1元' }, '人数', '')).toEqual({ 投入: '1元' });
    expect(withFact({ 投入: '1元' }, '人数', '4人')).toEqual({ 投入: '1元', 人数: '4人' });
  });
});

describe('a number without its unit', () => {
  const cases = [
    {
      name: 'money is meant in 万元',
      kind: 'money',
      unit: '元',
      text: ' 3,000.5 ',
      to: '3,000.5万元',
    },
    {
      name: 'a negative sum keeps its sign, for the reader to refuse',
      kind: 'money',
      unit: '元',
      text: '-5',
      to: '-5万元',
    },
    { name: 'a rate is meant in per cent', kind: 'rate', unit: '%', text: '5', to: '5%' },
    {
      name: 'an area takes the unit of the vocabulary',
      kind: 'measured',
      unit: '平方米',
      text: '1.5',
      to: '1.5平方米',
    },
    { name: 'a count stays as it is', kind: 'count', unit: '人', text: '3', to: '3' },
    {
      name: 'what has a unit stays as it is',
      kind: 'money',
      unit: '元',
      text: '3亿元',
      to: '3亿元',
    },
    {
      name: 'what is no number stays as it is',
      kind: 'money',
      unit: '元',
      text: '很多',
      to: '很多',
    },
    { name: 'nothing stays nothing', kind: 'money', unit: '元', text: ' ', to: '' },
  ] as const;
  for (const c of cases)
    test(c.name, () => {
      expect(completeFactText(c.text, c.kind, c.unit)).toBe(c.to);
    });
});

describe('facts shown at hand', () => {
  test('the common ones by rank, then those stated beyond them, each once', () => {
    const shown = shownReferences(content, { '上年（投入）': '1元', 人数: '3人', 项目: [{}] });
    expect(shown).toEqual([
      { name: '投入', aspect: { kind: 'itself' } },
      { name: '人数', aspect: { kind: 'itself' } },
      { name: '投入', aspect: { kind: 'years_before', years: 1 } },
    ]);
  });

  test('a reference is found under the spelling in which it is stated', () => {
    const reference = { name: '投入', aspect: { kind: 'years_before', years: 1 } } as const;
    expect(statedKey(reference, { 人数: '1人', '上年（投入）': '1元' })).toBe('上年（投入）');
  });
});
