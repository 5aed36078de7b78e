import {
  declareFact,
  declareMatter,
  extendVocabulary,
  parsePolicyFile,
  quickFixesFor,
} from '@luodi/language';
import type { QuickFix } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { testContent } from '../test-content.ts';

const path = 'documents/s.policy.md';
const whole = `---
编号: s
标题: 样例
英文标题: Sample
施行: 2024-01-01
有效期至: 2024-12-31
叠加: 未规定
来源: { 文件: test.txt, 行: [1, 9] }
---

## 一、样例 〔1〕

> 对高新企业，研发投入200万元以上的，给予1万元补助。

\`\`\`政策
样例措施:
  英文: Sample
  英文说明: A sample.
  事项: 研发补助
  条件:
    - 高新企业
    - 研发投入 在 200万元 以上
  给: 1万元
\`\`\`

\`\`\`用例
- 事实: { 高新企业: 是, 研发投入: 200万元 }
  得: 1万元
\`\`\`
`;

function diagnosticsOf(text: string) {
  return parsePolicyFile(path, text, testContent).diagnostics;
}

function applied(text: string, fix: QuickFix | undefined): string {
  if (fix === undefined || fix.kind === 'declare') throw new Error('no edit');
  return text.slice(0, fix.edit.start) + fix.edit.text + text.slice(fix.edit.end);
}

test('样例本身没有问题', () => expect(diagnosticsOf(whole)).toEqual([]));

const mended = [
  { name: '事实写错一个字', right: '    - 高新企业\n', wrong: '    - 高新企页\n' },
  { name: '键写错', right: '  条件:', wrong: '  条仵:' },
  { name: '块的名字写错', right: '```用例', wrong: '```用列' },
  { name: '比较词写错', right: '200万元 以上\n', wrong: '200万元 以土\n' },
  { name: '事项写错', right: '事项: 研发补助', wrong: '事项: 研发补贴' },
  { name: '用例里的事实写错', right: '研发投入: 200万元 }', wrong: '研发投人: 200万元 }' },
  { name: '文首的值写错', right: '叠加: 未规定', wrong: '叠加: 末规定' },
];

describe('“是不是……”：第一个办法把错的换成对的，文件一字不差', () => {
  for (const c of mended)
    test(c.name, () => {
      const text = whole.replace(c.right, c.wrong);
      const fixes = diagnosticsOf(text).flatMap((each) => quickFixesFor(each, text));
      expect(applied(text, fixes[0])).toBe(whole);
    });
});

const completed = [
  { name: '措施缺英文', gone: '  英文: Sample\n' },
  { name: '文首缺标题', gone: '标题: 样例\n' },
  { name: '文首缺叠加', gone: '叠加: 未规定\n' },
  { name: '没有有效期', gone: '有效期至: 2024-12-31\n' },
  { name: '标题没有行号', gone: ' 〔1〕' },
  { name: '块没有结束', gone: '```\n', last: true },
];

describe('缺的补上之后，这个问题就没有了', () => {
  for (const c of completed)
    test(c.name, () => {
      const at = c.last === true ? whole.lastIndexOf(c.gone) : whole.indexOf(c.gone);
      const text = whole.slice(0, at) + whole.slice(at + c.gone.length);
      const [fault] = diagnosticsOf(text);
      const after = applied(text, fault && quickFixesFor(fault, text)[0]);
      expect(diagnosticsOf(after).map(({ code }) => code)).not.toContain(fault?.code);
    });
});

test('引文后面没有块：可以写成政策、不执行或任务', () => {
  const text = whole.slice(0, whole.indexOf('```政策'));
  const [fault] = diagnosticsOf(text);
  const fixes = fault === undefined ? [] : quickFixesFor(fault, text);
  expect(fixes.map((fix) => (fix.kind === 'add_block' ? fix.keyword : fix.kind))).toEqual([
    '政策',
    '不执行',
    '任务',
  ]);
  const after = diagnosticsOf(applied(text, fixes[1])).map(({ code }) => code);
  expect(after).not.toContain(fault?.code);
});

const types = ['是否', '金额', '比率', '个数', '数', '日期', '时长', '面积', '选项'] as const;

describe('词汇里没有的事实和事项，可以就地声明', () => {
  test('没有的事实给出“声明”的办法', () => {
    const text = whole.replaceAll('高新企业', '甲乙丙丁');
    const fixes = diagnosticsOf(text).flatMap((each) => quickFixesFor(each, text));
    expect(fixes).toContainEqual({ kind: 'declare', what: 'fact', name: '甲乙丙丁' });
  });

  for (const type of types)
    test(`声明为${type}：词条完整，没有任何问题，规则马上能用`, () => {
      const ids = testContent.vocabulary.factsById;
      const once = declareFact('', '甲乙丙丁', type, ids);
      const twice = declareFact(once, '戊己庚辛', type, ids);
      const extended = extendVocabulary('vocabulary/v.yaml', twice, testContent.vocabulary);
      expect(extended.diagnostics).toEqual([]);
      expect(extended.vocabulary.facts.has('甲乙丙丁')).toBe(true);
      expect(extended.vocabulary.facts.has('戊己庚辛')).toBe(true);
      expect(extended.vocabulary.facts.size).toBe(testContent.vocabulary.facts.size + 2);
    });

  test('声明事项放在“事项”一节的末尾，别的不动', () => {
    const text = '事项:\n  甲: { 英文: A }\n\n事实:\n  # 还没有\n';
    const after = declareMatter(text, '乙');
    expect(after).toContain('  甲: { 英文: A }\n');
    const { vocabulary } = extendVocabulary('vocabulary/v.yaml', after, testContent.vocabulary);
    expect(vocabulary.matters.has('甲') && vocabulary.matters.has('乙')).toBe(true);
  });
});

test('词汇里已有的名字再声明一次是错误', () => {
  const text = '事项:\n  研发补助: { 英文: Again }\n';
  const { diagnostics } = extendVocabulary('vocabulary/v.yaml', text, testContent.vocabulary);
  expect(diagnostics.map(({ message }) => message)).toEqual(['已有叫“研发补助”的事项']);
});
