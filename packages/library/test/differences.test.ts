import fc from 'fast-check';
import { loadContent } from '@luodi/language';
import type { PolicyDocument } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { compareDocuments, differencesJson } from '../src/index.ts';
import { compareLetters, compareWords, wordsIn } from '../src/differences/word-differences.ts';

const vocabulary = `
实体:
  企业: { 英文: Enterprise, 标识: enterprise }
事项:
  研发补助: { 英文: R&D subsidy }
  房租补贴: { 英文: Rent subsidy }
事实:
  年度研发投入:
    { 标识: rd, 英文: R&D, 类型: 金额, 单位: 元, 定义: 研发投入, 英文定义: R&D, 出处: "demo.txt:1", 问: 多少？, 英文问: How much? }
`;

interface Version {
  readonly id: string;
  readonly status: string;
  readonly clauses: readonly string[];
}

function read({ id, status, clauses }: Version): PolicyDocument {
  const file = `---
编号: ${id}
标题: 示范措施
英文标题: Demonstration measures
施行: 2024-01-01
有效期至: 长期
状态: ${status}
叠加: 未规定
来源: { 文件: demo.txt, 行: [1, 3] }
---
${clauses.join('\n')}`;
  const files = new Map([
    ['vocabulary/demo.yaml', vocabulary],
    [`documents/${id}.policy.md`, file],
  ]);
  const { content, diagnostics } = loadContent(files);
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'LD1503',
  );
  const [document] = content.documents;
  if (document === undefined || errors.length > 0)
    throw new Error(errors.map(({ message }) => message).join('；'));
  return document;
}

const subsidy = (name: string, cap: string, department: string) => `
## ${name} 〔1〕

> ${name}。对年度研发投入达到100万元的企业，给予最高${cap}补助。（${department}）

\`\`\`政策
研发补助:
  英文: R&D subsidy
  英文说明: Up to a sum.
  事项: 研发补助
  条件: 年度研发投入 达到 100万元
  给: 最高 ${cap}
  责任: [${department}]
\`\`\`

\`\`\`用例
- 事实: { 年度研发投入: 100万元 }
  得: 最高 ${cap}
\`\`\`
`;

const target = (heading: string, value: string) => `
## ${heading} 〔2〕

> ${heading}。到2027年，培育企业${value}家。

\`\`\`指标
培育企业:
  英文: Enterprises fostered
  单位: 家
  目标: [ { 时间: 2027, 值: ${value} } ]
\`\`\`
`;

const closing = `
## 三、其他 〔3〕

> 三、其他。鼓励社会各界参与。

\`\`\`不执行
理由: 宣示
说明: 没有可以计算的内容
\`\`\`
`;

const draft = read({
  id: 'demo-draft',
  status: '征求意见稿',
  clauses: [subsidy('一、支持研发', '20万元', '市科技局'), target('二、培育企业', '300'), closing],
});
const final = read({
  id: 'demo',
  status: '正式',
  clauses: [target('一、培育企业', '500'), subsidy('二、支持研发', '30万元', '市经信局')],
});

const found = compareDocuments(draft, final);

describe('two versions of a document', () => {
  test('the front matter: only what reads otherwise', () => {
    expect(found.header).toMatchObject([{ field: '状态', earlier: '征求意见稿', later: '正式' }]);
  });

  test('clauses are found again though they moved and were renumbered; what is gone stands in its place', () => {
    const moves = found.clauses.map(({ change, earlier, later }) => [
      change,
      earlier?.heading,
      later?.heading,
    ]);
    expect(moves).toEqual([
      ['reworded', '二、培育企业', '一、培育企业'],
      ['reworded', '一、支持研发', '二、支持研发'],
      ['removed', '三、其他', undefined],
    ]);
  });

  test('rules: which amounts, conditions, departments and targets changed', () => {
    expect(
      found.entries.map(({ kind, change, name, fields }) => [
        kind,
        change,
        name,
        fields.map(({ words: _words, ...field }) => field),
      ]),
    ).toEqual([
      [
        'measures',
        'changed',
        '研发补助',
        [
          { field: '金额', earlier: '最高 20万元', later: '最高 30万元' },
          { field: '责任', earlier: '市科技局', later: '市经信局' },
        ],
      ],
      [
        'indicators',
        'changed',
        '培育企业',
        [{ field: '目标', earlier: '2027 300家', later: '2027 500家' }],
      ],
    ]);
  });

  test('a field that both have says which of its words changed; one that only one has does not', () => {
    const wordsOf = (name: string) =>
      found.entries.flatMap(({ fields }) => fields).find(({ field }) => field === name)?.words;
    expect(wordsOf('金额')).toEqual([
      { kind: 'same', text: '最高 ' },
      { kind: 'removed', text: '20万元' },
      { kind: 'added', text: '30万元' },
    ]);
    expect(wordsOf('目标')).toEqual([
      { kind: 'same', text: '2027 ' },
      { kind: 'removed', text: '300家' },
      { kind: 'added', text: '500家' },
    ]);
    const [gone] = compareDocuments(draft, { ...final, clauses: [] }).entries;
    expect(gone?.fields.filter((field) => field.words !== undefined)).toEqual([]);
  });

  test('the other way round what was removed is added', () => {
    const back = compareDocuments(final, draft);
    expect(back.clauses.map(({ change }) => change)).toEqual(['reworded', 'reworded', 'added']);
  });

  test('with itself a document has no differences', () => {
    const same = compareDocuments(final, final);
    expect(same).toMatchObject({ header: [], entries: [] });
    expect(same.clauses.every(({ change }) => change === 'same')).toBe(true);
  });

  test('as plain data it has no values that JSON cannot hold', () => {
    const json = differencesJson(found);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe('words', () => {
  test('a figure changes as a whole', () => {
    expect(compareWords('给予最高20万元补助', '给予最高30万元补助')).toEqual([
      { kind: 'same', text: '给予最高' },
      { kind: 'removed', text: '20万元' },
      { kind: 'added', text: '30万元' },
      { kind: 'same', text: '补助' },
    ]);
  });

  test('full and half width are no difference', () => {
    expect(compareWords('(试行)', '（试行）')).toEqual([{ kind: 'same', text: '（试行）' }]);
  });

  const texts = fc
    .array(fc.constantFrom('给予', '最高', '20万元', '30万元', '企业', '，', ' ', '5%', '研发投入'))
    .map((parts) => parts.join(''));

  test('what stayed and what came is the later text, what stayed and what went the earlier', () => {
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        const runs = compareWords(earlier, later);
        const without = (left: string) =>
          runs.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
        expect(without('removed')).toBe(wordsIn(later).join(''));
        expect(without('added')).toBe(wordsIn(earlier).join(''));
      }),
    );
  });

  test('of fields, letter for letter: white space and width stay and count', () => {
    expect(compareLetters('最高 20万元（试行）', '最高 20万元(试行)')).toEqual([
      { kind: 'same', text: '最高 20万元' },
      { kind: 'removed', text: '（' },
      { kind: 'added', text: '(' },
      { kind: 'same', text: '试行' },
      { kind: 'removed', text: '）' },
      { kind: 'added', text: ')' },
    ]);
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        const runs = compareLetters(earlier, later);
        const without = (left: string) =>
          runs.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
        expect([without('added'), without('removed')]).toEqual([earlier, later]);
      }),
    );
  });
});
