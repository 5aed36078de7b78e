import { createEvaluator, proposeExamples } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';

const fact = (name: string, id: string, rest: string) =>
  `  ${name}: { 标识: ${id}, 英文: ${id}, ${rest}, 定义: d, 英文定义: d, 出处: "t:1", 问: q, 英文问: q }`;

const vocabulary = `清单:
  等级: { 英文: Grade, 有序: 是, 项: { 甲级: A, 乙级: B } }
事项:
  补助: { 英文: Aid }
事实:
${fact('高企', 'high_tech', '类型: 是否')}
${fact('失信', 'dishonest', '类型: 是否')}
${fact('投入', 'spending', '类型: 金额')}
${fact('门店数', 'shops', '类型: 个数, 单位: 家')}
${fact('等次', 'grade', '类型: 选项, 选项: 等级')}
`;

/** Loads one measure with these keys and examples, and proposes what it lacks. */
function proposed(keys: string, quotation: string, examples = '[]') {
  const text = `---
编号: d
标题: 样
英文标题: S
施行: 2024-01-01
有效期至: 2024-12-31
叠加: 未规定
来源: { 文件: t.txt, 行: [1, 1] }
---

## 一 〔1〕

> ${quotation}

\`\`\`政策
措施:
  英文: M
  英文说明: M.
  事项: 补助
${keys}
\`\`\`

\`\`\`用例
${examples}
\`\`\`
`;
  const files = new Map([
    ['documents/d.policy.md', text],
    ['vocabulary/v.yaml', vocabulary],
  ]);
  const { content } = loadContent(files);
  const measure = content.measures.get('d/措施');
  if (measure === undefined) throw new Error('the rule of the test cannot be read');
  const blocks = content.documents[0]?.clauses[0]?.passages[0]?.blocks ?? [];
  const existing = blocks.flatMap((block) => (block.kind === 'examples' ? block.examples : []));
  return proposeExamples(measure, createEvaluator(content), existing).map(
    ({ reason, facts, gives }) =>
      `${reason} ${[...facts].map((pair) => pair.join(' ')).join('，')} → ${gives}`,
  );
}

const share =
  '  条件:\n    - 高企\n    - 投入 在 200万元 以上\n  给: 最高 投入 × 5%\n  封顶: 200万元';
const shareWords = '高企投入200万元以上的，按不超过5%补助，最高200万元';

describe('还缺的用例，由规则自己算出来', () => {
  test('刚好、差一分、封顶、缺一项、施行前后', () => {
    expect(proposed(share, shareWords)).toEqual([
      'on 投入 200万元，高企 是 → 最高 10万元',
      'beside 投入 1999999.99元，高企 是 → 不得（不符合：投入 1,999,999.99元 达到 200万元）',
      'cap 投入 6400万元，高企 是 → 最高 200万元',
      'missing 高企 是 → 缺 投入；最高 200万元',
      'before 投入 200万元，高企 是 → 不在有效期内',
      'after 投入 200万元，高企 是 → 不在有效期内',
    ]);
  });

  test('写过的不再提', () => {
    const examples = `- { 事实: { 高企: 是, 投入: 200万元 }, 得: 最高 10万元 }
- { 事实: { 高企: 是, 投入: 1999999.99元 }, 不得: 是 }
- { 事实: { 高企: 是, 投入: 1亿元 }, 得: 最高 200万元 }
- { 事实: { 高企: 是 }, 缺: [投入] }
- { 日期: 2023-12-31, 事实: {}, 未施行: 是 }
- { 日期: 2025-01-01, 事实: {}, 未施行: 是 }`;
    expect(proposed(share, shareWords, examples)).toEqual([]);
  });

  test('个数一家一家地数，除外的取否，超过的在门槛上不算', () => {
    const keys = '  条件:\n    - 门店数 超过 3家\n  除外:\n    - 失信\n  给: 1万元';
    expect(proposed(keys, '门店超过3家的给予1万元').slice(0, 2)).toEqual([
      'on 失信 否，门店数 3家 → 不得（不符合：门店数 3家 超过 3家）',
      'beside 失信 否，门店数 4家 → 1万元',
    ]);
  });

  test('按等次分档的，取第一档', () => {
    const keys = '  按: 等次\n  档: { 甲级: 2万元, 乙级: 1万元 }';
    expect(proposed(keys, '甲级2万元，乙级1万元')[0]).toBe('typical 等次 甲级 → 2万元');
  });
});
