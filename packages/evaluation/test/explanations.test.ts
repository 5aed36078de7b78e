import { parseDate } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import type { Bilingual } from '../src/index.ts';
import { explainAnswer, readFacts } from '../src/index.ts';
import { evaluatorOf } from './mechanism-content.ts';

function answerOf(rule: string, facts: Readonly<Record<string, unknown>>) {
  const lines = rule.split('\n').map((line) => `  ${line}`);
  const evaluator = evaluatorOf(
    'model',
    [
      '> 示范',
      '',
      '```政策',
      '示范措施:',
      '  英文: Model measure',
      '  英文说明: A model.',
      '  事项: 示范补助',
      ...lines,
      '```',
    ].join('\n'),
  );
  const date = parseDate('2025-06-01');
  const read = readFacts(facts, evaluator.content);
  const answer = date && read.ok ? evaluator.answer('model/示范措施', read.value, date) : undefined;
  if (answer === undefined) throw new Error('the rule or the facts do not read');
  return { answer, vocabulary: evaluator.content.vocabulary };
}

describe('formulas in both languages', () => {
  const cases: readonly {
    readonly name: string;
    readonly rule: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly formula: Bilingual;
  }[] = [
    {
      name: 'a plain number stays as written, it is no rate',
      rule: '给: 合同额 × 1',
      facts: { 合同额: '5万元' },
      formula: {
        zh: '合同额 5万元 × 1 = 5万元',
        en: 'Contract sum CNY 50,000 × 1 = CNY 50,000',
      },
    },
    {
      name: 'a decision speaks English where the rule has the words',
      rule: '种类: 决定\n英文结果: no permit needed\n给: 决定 "无需许可"',
      facts: {},
      formula: { zh: '无需许可', en: 'no permit needed' },
    },
    {
      name: 'a decision about several items is said once, and of those that it reaches',
      rule: '种类: 决定\n对象: 项目\n条件: [项目合格]\n英文结果: no permit needed\n给: 决定 "无需许可"',
      facts: { 项目: [{ 项目合格: true }, { 项目合格: true }, { 项目合格: false }] },
      formula: { zh: '无需许可', en: 'no permit needed' },
    },
    {
      name: 'so does the reference to another rule',
      rule: '英文结果: the measures of the district\n给: 另行规定 "区县的办法"',
      facts: {},
      formula: {
        zh: '另行规定：区县的办法',
        en: 'set by another rule: the measures of the district',
      },
    },
    {
      name: 'a decision without English words keeps those of the document',
      rule: '种类: 决定\n给: 决定 "无需许可"',
      facts: {},
      formula: { zh: '无需许可', en: '无需许可' },
    },
    {
      name: 'a rate is a percentage in both',
      rule: '给: 合同额 × 5‰',
      facts: { 合同额: '5万元' },
      formula: {
        zh: '合同额 5万元 × 5‰ = 250元',
        en: 'Contract sum CNY 50,000 × 0.5% = CNY 250',
      },
    },
    {
      name: 'money by measure keeps its measure',
      rule: '给: 装机容量 × 0.2元/瓦',
      facts: { 装机容量: '10千瓦' },
      formula: {
        zh: '装机容量 10000瓦 × 0.2元/瓦 = 2,000元',
        en: 'Installed capacity 10000 W × CNY 0.2 per W = CNY 2,000',
      },
    },
    {
      name: 'a sum taken away stays in its parentheses',
      rule: '给: 合同额 − (自付额 + 1万元)',
      facts: { 合同额: '5万元', 自付额: '1万元' },
      formula: {
        zh: '合同额 5万元 − （自付额 1万元 + 1万元） = 3万元',
        en: 'Contract sum CNY 50,000 − (Own payment CNY 10,000 + CNY 10,000) = CNY 30,000',
      },
    },
    {
      name: 'a sum multiplied stands in parentheses, a product in a sum does not',
      rule: '给: (合同额 + 自付额 × 10%) × 50%',
      facts: { 合同额: '5万元', 自付额: '10万元' },
      formula: {
        zh: '（合同额 5万元 + 自付额 10万元 × 10%） × 50% = 3万元',
        en: '(Contract sum CNY 50,000 + Own payment CNY 100,000 × 10%) × 50% = CNY 30,000',
      },
    },
    {
      name: 'the ceiling stands before the rate, the cap behind',
      rule: '给: 最高 合同额 × 10%\n封顶: 20万元',
      facts: { 合同额: '300万元' },
      formula: {
        zh: '合同额 300万元 × 不超过 10%，封顶 20万元 = 最高 20万元',
        en: 'Contract sum CNY 3,000,000 × at most 10%, capped at CNY 200,000 = at most CNY 200,000',
      },
    },
    {
      name: 'bands are said in English too',
      rule: '分段: { 基数: 合同额, 段: [{ 自: 500万元, 至: 1亿元, 率: 最高 5‰ }, { 自: 1亿元, 率: 2‰ }] }',
      facts: { 合同额: '1亿元' },
      formula: {
        zh: '合同额 1亿元，分段：500万元 至 1亿元部分 最高 5‰，1亿元 以上部分 2‰ = 最高 47.5万元',
        en: 'Contract sum CNY 100,000,000, by bands: at most 0.5% of the part from CNY 5,000,000 to CNY 100,000,000, 0.2% of the part above CNY 100,000,000 = at most CNY 475,000',
      },
    },
    {
      name: 'the lower of two',
      rule: '给: 孰低(合同额, 自付额) × 50%',
      facts: { 合同额: '5万元', 自付额: '4万元' },
      formula: {
        zh: '孰低（合同额 5万元，自付额 4万元） × 50% = 2万元',
        en: 'the lower of (Contract sum CNY 50,000, Own payment CNY 40,000) × 50% = CNY 20,000',
      },
    },
    {
      name: 'a grade names itself in English',
      rule: '按: 评级\n档: { 五星: 30万元 }',
      facts: { 评级: '五星' },
      formula: {
        zh: '评级 五星：30万元 = 30万元',
        en: 'Rating five-star: CNY 300,000 = CNY 300,000',
      },
    },
  ];
  for (const c of cases)
    test(c.name, () => {
      const { zh, en } = answerOf(c.rule, c.facts).answer.amount.formula;
      expect({ zh, en }).toEqual(c.formula);
    });
});

describe('reasons for no in both languages', () => {
  const cases: readonly {
    readonly name: string;
    readonly rule: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly because: readonly Bilingual[];
  }[] = [
    {
      name: 'members of a list by their names in each language',
      rule: '条件:\n  - 类型 属于 [甲类, 乙类]\n给: 1万元',
      facts: { 类型: '丙类' },
      because: [
        {
          zh: '不符合：类型 丙类 属于 甲类、乙类',
          en: 'not met: Category kind C is one of kind A, kind B',
        },
      ],
    },
    {
      name: 'a threshold with the figure',
      rule: '条件: [合同额 在 100万元 以上]\n给: 1万元',
      facts: { 合同额: '20万元' },
      because: [
        {
          zh: '不符合：合同额 20万元 达到 100万元',
          en: 'not met: Contract sum CNY 200,000 is at least CNY 1,000,000',
        },
      ],
    },
    {
      name: 'an exclusion that applies',
      rule: '除外: [失信]\n给: 1万元',
      facts: { 失信: true },
      because: [{ zh: '属于除外情形：失信 是', en: 'excluded: Listed as dishonest yes' }],
    },
  ];
  for (const c of cases)
    test(c.name, () =>
      expect(answerOf(c.rule, c.facts).answer.failed.map(({ because }) => because)).toEqual(
        c.because,
      ),
    );
});

describe('no formula has an empty term', () => {
  const rules: readonly string[] = [
    '依次: [{ 当: 合格, 给: 1万元 }]\n封顶: 5000元',
    '按: 评级\n档: { 五星: 1万元 }\n封顶: 5000元',
    '累加: [{ 当: 合格, 给: 1万元 }]\n补差: 已获(另一补助)',
    '就高: [{ 依次: [{ 当: 合格, 给: 1万元 }] }, { 给: 合同额 × 10% }]',
    '分段: { 基数: 合同额, 段: [{ 自: 5万元, 率: 2‰ }] }\n总额不超过: 自付额',
  ];
  const applicants: readonly Readonly<Record<string, unknown>>[] = [
    {},
    { 合格: false, 评级: '无星' },
    { 合格: false, 评级: '无星', 合同额: '0元', 自付额: '0元', '已获(另一补助)': '0元' },
    { 合格: true, 评级: '五星', 合同额: '9万元', 自付额: '1万元', '已获(另一补助)': '1元' },
  ];
  for (const rule of rules)
    test(rule, () => {
      for (const facts of applicants) {
        const { answer, vocabulary } = answerOf(rule, facts);
        for (const language of ['zh', 'en'] as const) {
          const text = explainAnswer(answer, vocabulary, language).join('\n');
          expect(text).not.toMatch(/[：:(（；;＋+/]\s*([，,；;）)＋+/=]|$)|\] *[，,=]|undefined/m);
        }
      }
    });
});
