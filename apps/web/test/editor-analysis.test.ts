import { proposeExamples } from '@luodi/evaluation';
import { editingPlaceAt, loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { editorEn } from '../src/i18n/editor-en.ts';
import { editorZh } from '../src/i18n/editor-zh.ts';
import { en } from '../src/i18n/en.ts';
import { zh } from '../src/i18n/zh.ts';
import { analyse, outcomesOf } from '../src/pages/editor/analysis.ts';
import { optionsAt } from '../src/pages/editor/completions.ts';
import { insertExamples } from '../src/pages/editor/insert-example.ts';
import { knownNames } from '../src/pages/editor/known-names.ts';

const fact = (name: string, id: string, rest: string) =>
  `  ${name}: { 标识: ${id}, 英文: ${id}, ${rest}, 定义: ${name}的定义, 英文定义: ${id} defined, 出处: "t:1", 问: q, 英文问: q }`;

const library = loadContent(
  new Map([
    [
      'vocabulary/v.yaml',
      `清单:\n  等级: { 英文: Grade, 有序: 是, 项: { 甲级: A, 乙级: B } }\n事项:\n  补助: { 英文: Aid }\n事实:\n${[
        fact('高企', 'high_tech', '类型: 是否'),
        fact('投入', 'spending', '类型: 金额, 期间: 年'),
        fact('等次', 'grade', '类型: 选项, 选项: 等级'),
      ].join('\n')}\n`,
    ],
  ]),
).content;

const policy = `---
编号: new
标题: 新
英文标题: New
施行: 2026-01-01
有效期至: 2026-12-31
叠加: 未规定
来源: { 文件: t.txt, 行: [1, 1] }
---

## 一 〔1〕

> 高企投入200万元以上的，按不超过5%补助。

\`\`\`政策
补助:
  英文: Aid
  英文说明: Aid.
  事项: 补助
  条件:
    - 高企
    - 投入 在 200万元 以上
  给: 最高 投入 × 5%
  责任: [市科技局]
\`\`\`
`;
const examples =
  '\n```用例\n- 名: 刚好\n  事实: { 高企: 是, 投入: 200万元 }\n  得: 最高 10万元\n```\n';

describe('一边写一边算', () => {
  test('用例当场运行', () => {
    const analysis = analyse(policy + examples, '', library);
    expect(analysis.policyDiagnostics).toEqual([]);
    expect(outcomesOf(analysis).map(({ title, ok }) => `${title} ${ok}`)).toEqual(['刚好 true']);
  });

  test('规则改了，用例就不通过，说出算得多少', () => {
    const changed = policy.replace('不超过5%', '不超过6%').replace('× 5%', '× 6%') + examples;
    const [outcome] = outcomesOf(analyse(changed, '', library));
    expect(outcome).toMatchObject({ ok: false, expected: '最高 10万元', actual: '最高 12万元' });
  });

  test('词汇里新写的事实，规则马上能用', () => {
    const vocabulary = `事实:\n${fact('新企', 'new_firm', '类型: 是否')}\n`;
    const text = policy.replaceAll('高企', '新企');
    expect(analyse(text, '', library).policyDiagnostics.map(({ code }) => code)).toContain(
      'LD1202',
    );
    expect(analyse(text, vocabulary, library).measures).toHaveLength(1);
  });

  test('提出的用例写进文件后，只差作者填的结果', () => {
    const analysis = analyse(policy, '', library);
    const [measure] = analysis.measures;
    if (measure === undefined) throw new Error('the measure of the test cannot be read');
    const proposals = proposeExamples(measure, analysis.evaluator, []);
    const { at, text, cursor } = insertExamples(policy, measure, proposals);
    const after = policy.slice(0, at) + text + policy.slice(at);
    expect(after.slice(0, cursor).endsWith('  得: ')).toBe(true);
    const faults = analyse(after, '', library).policyDiagnostics;
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['LD1604']));
    expect(faults).toHaveLength(proposals.length);
  });

  test('已有用例块的，加在它的末尾', () => {
    const analysis = analyse(policy + examples, '', library);
    const [measure] = analysis.measures;
    if (measure === undefined) throw new Error('the measure of the test cannot be read');
    const proposals = proposeExamples(measure, analysis.evaluator, analysis.examples);
    const whole = policy + examples;
    const { at, text } = insertExamples(whole, measure, proposals.slice(0, 1));
    const after = whole.slice(0, at) + text + whole.slice(at);
    expect(after.match(/```用例/g)).toHaveLength(1);
  });
});

interface Offered {
  readonly name: string;
  readonly line: string;
  readonly first: readonly string[];
}

const offered: readonly Offered[] = [
  { name: '是否类事实之后先提 且、或', line: '    - 高企 ', first: ['且', '或'] },
  { name: '金额之后先提 在…以上', line: '    - 投入 ', first: ['在 … 以上', '在 … 以下'] },
  { name: '选项之后先提 为、属于', line: '    - 等次 ', first: ['为', '属于'] },
  { name: '为 之后是清单的项', line: '    - 等次 为 ', first: ['甲级', '乙级'] },
  { name: '金额的数之后是钱的单位', line: '    - 投入 在 2', first: ['万元', '亿元', '元'] },
  {
    name: '在 A 之后是 以上、以下',
    line: '    - 投入 在 2万元 ',
    first: ['以上', '以下', '以内', '以外'],
  },
  { name: '已获里是事项', line: '    - 已获(', first: ['补助'] },
  { name: '空行上是整块的模板', line: '', first: ['政策', '用例'] },
];

describe('提示', () => {
  for (const c of offered)
    test(c.name, () => {
      const analysis = analyse(policy, '', library);
      const at = c.line === '' ? policy.length : policy.indexOf('  给:');
      const text = c.line === '' ? policy : `${policy.slice(0, at)}${c.line}\n${policy.slice(at)}`;
      const place = editingPlaceAt(text, at + c.line.length, 'policy');
      const wording = { language: 'zh', texts: zh, editor: editorZh } as const;
      const options =
        place === undefined ? [] : optionsAt(place, knownNames(analysis, library), wording);
      expect(options.map(({ label }) => label).slice(0, c.first.length)).toEqual(c.first);
    });

  test('事实带类型、单位、定义和出处，两种语言', () => {
    const names = knownNames(analyse(policy, '', library), library);
    const place = editingPlaceAt(`${policy}\n\`\`\`用例\n- 事实: { `, policy.length + 17, 'policy');
    if (place === undefined) throw new Error('nothing can be written there');
    const about = (language: 'zh' | 'en') => {
      const wording =
        language === 'zh' ? { texts: zh, editor: editorZh } : { texts: en, editor: editorEn };
      return optionsAt(place, names, { language, ...wording }).find(
        ({ label }) => label === '投入',
      );
    };
    expect(about('zh')).toMatchObject({
      detail: '金额 · 元 · 按年',
      info: ['spending', '投入的定义', '出处 t:1'],
    });
    expect(about('en')?.info).toContain('spending defined');
  });
});
