import { entriesIn, entriesOf } from '@luodi/language';
import { expect, test } from 'vitest';
import { loadWithTestVocabulary } from './test-content.ts';

const text = `---
编号: sample
标题: 样例
英文标题: Sample
施行: 2024-01-01
有效期至: 长期
叠加: 未规定
来源: { 文件: test.txt, 行: [1, 2] }
---

## 一、培育 〔1〕

> 市科技局到2027年培育企业500家，每年抽查。

\`\`\`指标
培育企业:
  英文: Enterprises fostered
  单位: 家
  目标: [ { 时间: 2027, 值: 500 } ]
\`\`\`

\`\`\`抽查
企业抽查:
  英文: Inspection of enterprises
  主体: [市科技局]
\`\`\`

## 二、其他 〔2〕

> 鼓励社会各界参与。

\`\`\`不执行
理由: 宣示
说明: 没有可以计算的内容
\`\`\`
`;

const [document] = loadWithTestVocabulary({ 'documents/sample.policy.md': text }).content.documents;
const blocks = (document?.clauses ?? []).flatMap(({ passages }) =>
  passages.flatMap((passage) => passage.blocks),
);

test('the entries of a block come with its kind; what does not run has none', () => {
  expect(
    blocks.map((block) => [block.kind, entriesIn(block).map(({ entry }) => entry.name)]),
  ).toEqual([
    ['indicators', ['培育企业']],
    ['inspections', ['企业抽查']],
    ['inert', []],
  ]);
});

test('the entries of a document stand in the order written, whatever their kind', () => {
  expect(
    document === undefined ? [] : entriesOf(document).map(({ kind, entry }) => [kind, entry.name]),
  ).toEqual([
    ['indicators', '培育企业'],
    ['inspections', '企业抽查'],
  ]);
});
