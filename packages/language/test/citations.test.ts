import { checkCitations } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { loadWithTestVocabulary } from './test-content.ts';

function clause(heading: string, ...quotations: string[]): string {
  const passages = quotations.map(
    (quotation) => `> ${quotation}\n\n\`\`\`不执行\n理由: 宣示\n说明: 没有数额。\n\`\`\`\n`,
  );
  return `## ${heading}\n\n${passages.join('\n')}\n`;
}

function check(source: readonly string[], ...clauses: string[]) {
  const header =
    '---\n编号: sample\n标题: 样例\n英文标题: Sample\n施行: 2024-01-01\n有效期至: 长期\n叠加: 未规定\n来源: { 文件: test.txt, 行: [1, 9] }\n---\n\n';
  const { content, diagnostics } = loadWithTestVocabulary({
    'documents/sample.policy.md': header + clauses.join('\n'),
  });
  expect(diagnostics).toEqual([]);
  return checkCitations(content, new Map([['test.txt', source]])).map(
    ({ code, message, hint }) => `${code} ${message} ${hint}`,
  );
}

describe('quotations and their source', () => {
  test('agree when together they hold all words, white space aside', () => {
    const source = ['（一）甲 乙。丙\u3000丁；', '戊己。'];
    expect(check(source, clause('一、样例 〔1-2〕', '（一）甲乙。', '丙丁；戊己。'))).toEqual([]);
  });

  test('may leave out punctuation and the number that the heading carries', () => {
    expect(check(['（一）甲乙。'], clause('一、（一）样例 〔1〕', '甲乙'))).toEqual([]);
  });

  test('may share a line between clauses', () => {
    const source = ['甲乙。丙丁。'];
    const clauses = [clause('一、（1）甲 〔1〕', '甲乙。'), clause('一、（2）丙 〔1〕', '丙丁。')];
    expect(check(source, ...clauses)).toEqual([]);
  });

  test('say which words no quotation holds', () => {
    expect(check(['甲乙。丙丁。戊己。'], clause('一、样例 〔1〕', '丙丁。'))).toEqual([
      'LD1505 第1行还有未引用的词：“甲乙。”、“戊己。” 把这些词补进引文',
    ]);
  });

  test('say where a quotation departs from the source', () => {
    expect(
      check(['给予一次性奖励十万元。'], clause('一、样例 〔1〕', '给予一次性奖励二十万元。')),
    ).toEqual(['LD1504 引文不在 test.txt 第1行 从“予一次性奖励”之后与原文不同：“二十万元。”']);
  });

  test('say where a quotation does stand', () => {
    expect(check(['甲', '乙', '丙丁', '戊'], clause('一、样例 〔1〕', '丙丁戊'))).toEqual([
      'LD1504 引文不在 test.txt 第1行 这段话在第3-4行，改正标题里的行号',
    ]);
  });

  test('tell two places with the same words apart by their order', () => {
    expect(check(['甲。乙。甲。'], clause('一、样例 〔1〕', '甲。', '乙。', '甲。'))).toEqual([]);
  });

  test('need the file and the lines that they name', () => {
    expect(check(['甲'], clause('一、样例 〔3〕', '甲'))).toEqual([
      'LD1506 test.txt 只有1行 检查来源文件名和行号',
    ]);
  });
});
