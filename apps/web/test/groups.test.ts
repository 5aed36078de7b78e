import { match } from '@luodi/entitlement';
import { createEvaluator, readFacts } from '@luodi/evaluation';
import { parseDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { groupOrder, grouped } from '../src/pages/policy-finder/groups.ts';

const vocabulary = `
事项:
  贴息: { 英文: Interest subsidy }
  奖励: { 英文: Award }
  许可: { 英文: Permit }
  收费: { 英文: Fee }
  落户: { 英文: Settling }
事实:
  人数: { 标识: staff, 英文: Staff, 类型: 个数, 单位: 人, 定义: 在职人数, 英文定义: Staff, 出处: "a.txt:1", 问: 有多少人？, 英文问: How many? }
`;

const words = '> 给。';
function clause(number: number, rule: string): string {
  return `## 第${number}条 〔${number}〕\n\n${words}\n\n\`\`\`政策\n${rule}\n\`\`\`\n`;
}

const document = `---
编号: made-up
标题: 虚构办法
英文标题: Made-up measures
标题推定: 否
文号: ""
发布机关: ""
施行: 2024-01-01
有效期至: 2026-12-31
牵头: 某局
叠加: 从优就高不重复
资金: 市级
来源: { 文件: a.txt, 行: [1, 9] }
---

${[
  '贴息一: { 英文: One, 英文说明: One., 事项: 贴息, 条件: [人数 在 10人 以上], 给: 10万元 }',
  '贴息二: { 英文: Two, 英文说明: Two., 事项: 贴息, 条件: [人数 在 5人 以上], 给: 3万元 }',
  '奖励一: { 英文: Three, 英文说明: Three., 事项: 奖励, 条件: [人数 在 10人 以上], 给: 最高 20万元 }',
  '许可一: { 英文: Four, 英文说明: Four., 种类: 决定, 事项: 许可, 条件: [人数 在 10人 以上], 给: 决定 "免办许可", 英文结果: exempt from the permit }',
  '收费一: { 英文: Five, 英文说明: Five., 种类: 上限, 事项: 收费, 条件: [人数 在 10人 以上], 给: 最高 1万元 }',
  '落户一: { 英文: Six, 英文说明: Six., 事项: 落户, 条件: [人数 在 10人 以上], 给: 酌定 }',
]
  .map((rule, index) => clause(index + 1, rule))
  .join('\n')}
`;

const { content } = loadContent(
  new Map([
    ['vocabulary/a.yaml', vocabulary],
    ['documents/made-up.policy.md', document],
  ]),
);
const evaluator = createEvaluator(content);

function groupsFor(raw: object, day: string): Readonly<Record<string, readonly string[]>> {
  const facts = readFacts(raw, content);
  const date = parseDate(day);
  if (!facts.ok || date === undefined) throw new Error('the test states unreadable facts');
  return Object.fromEntries(
    [...grouped(match(evaluator, facts.value, date))].flatMap(([name, answers]) =>
      answers.length === 0
        ? []
        : [[name, answers.map(({ measure }) => measure.name).toSorted()] as const],
    ),
  );
}

describe('where a measure stands on the page', () => {
  test('entitled: certain sums, ceilings, what has no figure, what is set aside, and prices each in their own place', () => {
    expect(groupsFor({ 人数: '10人' }, '2025-01-01')).toEqual({
      certain: ['贴息一'],
      upTo: ['奖励一'],
      otherwise: ['落户一', '许可一'],
      setAside: ['贴息二'],
      rules: ['收费一'],
    });
  });

  test('undecided: what may bring money stands apart from permits and prices', () => {
    expect(groupsFor({}, '2025-01-01')).toEqual({
      undecided: ['奖励一', '落户一', '贴息一', '贴息二'],
      undecidedOther: ['收费一', '许可一'],
    });
  });

  test('one person short is one step away; a price that does not reach the firm is simply not for it', () => {
    expect(groupsFor({ 人数: '9人' }, '2025-01-01')).toEqual({
      certain: ['贴息二'],
      near: ['奖励一', '落户一', '许可一', '贴息一'],
      no: ['收费一'],
    });
  });

  test('a day after the last day nothing is in force', () => {
    expect(Object.keys(groupsFor({ 人数: '10人' }, '2027-01-01'))).toEqual(['notInForce']);
  });

  test('the groups hold every measure once', () => {
    const listed = Object.values(groupsFor({ 人数: '9人' }, '2025-01-01')).flat();
    expect(listed.toSorted()).toEqual(
      [...content.measures.values()].map(({ name }) => name).toSorted(),
    );
    expect(new Set(groupOrder).size).toBe(groupOrder.length);
  });
});
