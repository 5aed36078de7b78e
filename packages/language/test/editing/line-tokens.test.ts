import { lineKinds, lineTokens } from '@luodi/language';
import { expect, test } from 'vitest';

/** The stretches of one line of a policy file, each with its kind. */
function shown(text: string, line: string): string {
  const lines = text.split('\n');
  const at = lines.indexOf(line);
  return lineTokens(lines, lineKinds(lines, 'policy'), at)
    .map(({ kind, start, end }) => `${kind}:${line.slice(start, end)}`)
    .join(' | ');
}

const body = (line: string) =>
  `---\n编号: a\n---\n## 一、甲 〔1-2〕\n> 引文\n\`\`\`政策\n甲:\n  依次:\n    - 当: 是\n      给: 1万元\n  条件:\n${line}\n\`\`\`\n说明`;

const lines = [
  {
    name: '条件里的比较',
    line: '    - 研发投入 在 200万元 以上',
    tokens: 'name:研发投入 | comparison:在 | number:200万元 | comparison:以上',
  },
  {
    name: '函数与算式',
    line: '    - 上年(研发投入) × 5% > 1万元',
    tokens:
      'function:上年 | bracket:( | name:研发投入 | bracket:) | operator:× | number:5% | comparison:> | number:1万元',
  },
  {
    name: '写了一半也照样上色',
    line: '    - 高新企业 且 研发投入 在',
    tokens: 'name:高新企业 | logic:且 | name:研发投入 | comparison:在',
  },
  {
    name: '给的方式',
    line: '  给: 最高 研发投入 × 5% # 注',
    tokens: 'key:给 | manner:最高 | name:研发投入 | operator:× | number:5% | comment: # 注',
  },
  { name: '语言没有的键', line: '  条仵: 1', tokens: 'unknown_key:条仵 | words:1' },
  { name: '一个选项', line: '  种类: 减免', tokens: 'key:种类 | option:减免' },
];
for (const c of lines)
  test(`政策块：${c.name}`, () => expect(shown(body(c.line), c.line)).toBe(c.tokens));

const others = [
  { line: '## 一、甲 〔1-2〕', tokens: 'heading:## 一、甲 | source_lines: 〔1-2〕' },
  { line: '> 引文', tokens: 'quotation:> 引文' },
  { line: '```政策', tokens: 'fence:```政策' },
  { line: '甲:', tokens: 'entry:甲' },
  { line: '编号: a', tokens: 'key:编号 | words:a' },
  { line: '说明', tokens: '' },
];
for (const c of others)
  test(`“${c.line}”`, () => expect(shown(body('    - 是'), c.line)).toBe(c.tokens));

test('用例里花括号中的事实和值', () => {
  const line = '- 事实: { 高新企业: 是, 上年(研发投入): 2500万元 }';
  expect(shown(`\`\`\`用例\n${line}\n\`\`\``, line)).toBe(
    'key:事实 | name:高新企业 | truth:是 | name:上年(研发投入) | number:2500万元',
  );
});
