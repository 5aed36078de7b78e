import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { coverCorpus, coverDocument, readFigureExceptions } from '../src/index.ts';

const file = `---
编号: demo
标题: 示范措施
英文标题: Demonstration measures
施行: 2024-01-01
有效期至: 长期
叠加: 未规定
来源: { 文件: demo.txt, 行: [1, 3] }
副本: [{ 文件: demo.txt, 行: [5, 5] }]
存疑: [ { 原文: 到2025年, 读法: 年底, 理由: 没有写明 } ]
---
## 一、培育 〔1〕

> 到2025年，培育企业300家以上，安排资金2000万元。

\`\`\`指标
培育企业数:
  英文: Enterprises fostered
  单位: 家
  目标: [ { 时间: 2025, 值: 不低于 300 } ]
\`\`\`

## 二、审核 〔2-3〕

> 材料齐全的，20个工作日内办结。

\`\`\`不执行
理由: 程序
说明: 办理时限
\`\`\`
`;

const corpus = new Map([
  [
    'demo.txt',
    [
      '到2025年，培育企业300家以上，安排资金2000万元。',
      '材料齐全的，20个工作日内办结。',
      '另有50万元。',
      '页脚 3000万元',
      '到2025年，培育企业300家以上',
    ],
  ],
]);

const { content, diagnostics } = loadContent(new Map([['documents/demo.policy.md', file]]));
const documents = content.documents;

test('the content under test has no errors', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('what of a document is encoded', () => {
  const [coverage] = documents.map(coverDocument);

  test('clauses, those with something that runs, entries, reasons, open readings', () => {
    expect(coverage).toMatchObject({
      clauses: 2,
      encodedClauses: 1,
      entries: { indicators: 1, measures: 0, tasks: 0 },
      openReadings: 1,
    });
    expect([...(coverage?.inert ?? [])]).toEqual([['procedure', 1]]);
  });

  test('a figure is carried when a rule under its quotation says the number', () => {
    expect(coverage?.figures.map(({ text, carried }) => [text, carried])).toEqual([
      ['到2025年', true],
      ['300家', true],
      ['2000万元', false],
      ['20个工作日', false],
    ]);
  });
});

describe('figures of the sources', () => {
  test('are quoted, copied, or named', () => {
    const found = coverCorpus(documents, corpus, []);
    expect(found).toMatchObject({ figures: 8, quoted: 4, copied: 2 });
    expect(found.loose.map(({ text, line, document }) => [text, line, document])).toEqual([
      ['50万元', 3, 'demo'],
      ['3000万元', 4, undefined],
    ]);
  });

  test('an exception holds for its line and its words only', () => {
    const reason = '页脚';
    const at = (line: number) => ({ file: 'demo.txt', line, figure: '3000万元', reason });
    expect(coverCorpus(documents, corpus, [at(4)])).toMatchObject({
      excepted: [{ text: '3000万元', reason }],
      loose: [{ text: '50万元' }],
    });
    expect(coverCorpus(documents, corpus, [at(3)]).loose).toHaveLength(2);
  });
});

describe('the list of exceptions', () => {
  test('is read entry by entry', () => {
    const entry = { 文件: 'demo.txt', 行: 4, 数: '3000万元', 理由: '页脚' };
    expect(readFigureExceptions({ 例外: [entry] })).toMatchObject({
      ok: true,
      value: [{ file: 'demo.txt', line: 4, figure: '3000万元', reason: '页脚' }],
    });
  });

  test('an entry without a reason is refused with its place', () => {
    const read = readFigureExceptions({ 例外: [{ 文件: 'demo.txt', 行: 4, 数: '3000万元' }] });
    expect(read).toMatchObject({
      ok: false,
      error: { zh: expect.stringContaining('例外.0.理由') },
    });
  });
});
