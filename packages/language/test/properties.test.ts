import { loadContent, parseExpression, printExpression } from '@luodi/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  documentWith,
  loadWithTestVocabulary,
  meaning,
  testContent,
  vocabularyText,
} from './test-content.ts';

const money = fc.constantFrom(
  '研发投入',
  '到账额',
  '上年(研发投入)',
  '近三年合计(研发投入)',
  '已获(研发补助)',
  '200万元',
  '−1.5亿元',
  '0.01元',
  '3,000元',
  '合计(项目, 项目投入)',
);
const people = fc.constantFrom('员工数', '3人', '5', '个数(项目, 项目验收)');
const truth = fc.constantFrom(
  '高新企业',
  '失信',
  '是',
  '等次 在 四星 以上',
  '等次 属于 [五星, 三星]',
  '所属行业 ≠ 零售业',
  '评价日 不超过 成立日期 + 3年',
  '存在(项目, 项目验收)',
  '名称 为 "甲 且 乙"',
);

/** Random expressions as text, with and without the parentheses that the grammar needs. */
const texts = fc.letrec<{ sum: string; condition: string }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'sum' },
    money,
    fc
      .tuple(tie('sum'), fc.constantFrom('+', '−', '-'), tie('sum'))
      .map(([a, o, b]) => `(${a}) ${o} ${b}`),
    fc
      .tuple(
        tie('sum'),
        fc.constantFrom('×', '÷'),
        fc.constantFrom('5%', '3‰', '系数', '(研发占比 + 1%)'),
      )
      .map(([a, o, b]) => `(${a}) ${o} ${b}`),
    fc
      .tuple(fc.constantFrom('孰低', '孰高'), tie('sum'), tie('sum'))
      .map(([f, a, b]) => `${f}（${a}， ${b}）`),
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition' },
    truth,
    fc
      .tuple(
        tie('sum'),
        fc.constantFrom('>=', '>', '≤', '<', '=', '≠', '达到', '不满', '不超过'),
        tie('sum'),
      )
      .map(([a, o, b]) => `${a} ${o} ${b}`),
    fc
      .tuple(people, fc.constantFrom('以上', '以下', '以外'), people)
      .map(([a, o, b]) => `${a} 在 ${b} ${o}`),
    tie('condition').map((a) => `非 (${a})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('且', '或'), tie('condition'))
      .map(([a, o, b]) => `${a} ${o} ${b}`),
    fc
      .tuple(tie('condition'), fc.constantFrom('且', '或'), tie('condition'))
      .map(([a, o, b]) => `(${a}) ${o} (${b})`),
  ),
}));

/** Bits of the language in any order, which come nearer to its corners than random characters do. */
const pieces = fc.constantFrom(
  ...'在 以上 达到 不超过 为 属于 且 或 非 ( ) （ ） [ ] , ， + − × ÷ = 200万元 5‰ 3家 2024-01-23 研发投入 上年( 合计( 项目 等次 五星 最高 酌定 决定 " 是 : - { } # > ``` 条件 给 依次 当 | & * 政策 用例 \n'.split(
    ' ',
  ),
);
const scraps = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 25 })
  .map((parts) => parts.join(' '));

describe('expressions', () => {
  test('printing and reading again gives the same expression', () => {
    fc.assert(
      fc.property(fc.oneof(texts.sum, texts.condition), (text) => {
        const first = parseExpression(text, testContent.vocabulary);
        expect(first.diagnostics).toEqual([]);
        const printed = printExpression(first.expression!);
        const second = parseExpression(printed, testContent.vocabulary);
        expect(second.diagnostics).toEqual([]);
        expect(meaning(second.expression)).toBe(meaning(first.expression));
        expect(printExpression(second.expression!)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });

  test('any text either reads or is faulty at a place inside it', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        const { expression, diagnostics } = parseExpression(text, testContent.vocabulary);
        expect(expression === undefined).toBe(diagnostics.length > 0);
        for (const { span } of diagnostics) {
          expect(span.start.offset).toBeLessThanOrEqual(span.end.offset);
          expect(span.end.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const sample = documentWith('条件: [ 高新企业 ]\n给: 1万元', '给予1万元。');

/** A good document with a stretch cut out and something else put in. */
const damaged = fc
  .tuple(fc.nat(sample.length), fc.nat(30), scraps)
  .map(([at, length, scrap]) => sample.slice(0, at) + scrap + sample.slice(at + length));

function expectPlacesInside(text: string, path: string, files: ReadonlyMap<string, string>) {
  for (const { span } of loadContent(files).diagnostics) {
    if (span.file !== path) continue;
    expect(span.start.offset).toBeLessThanOrEqual(span.end.offset);
    expect(span.end.offset).toBeLessThanOrEqual(text.length);
    const line = text.split('\n')[span.start.line - 1];
    expect(span.start.column).toBeLessThanOrEqual((line ?? '').length + 1);
  }
}

describe('documents', () => {
  test('any text loads without failing, and every fault stands inside its file', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, scraps), (text) => {
        const path = 'documents/sample.policy.md';
        const files = new Map([
          ['vocabulary/test.yaml', vocabularyText],
          [path, text],
        ]);
        expectPlacesInside(text, path, files);
      }),
      { numRuns: 300 },
    );
  });

  test('any vocabulary loads without failing', () => {
    const cut = fc
      .tuple(fc.nat(vocabularyText.length), fc.nat(60), scraps)
      .map(
        ([at, length, scrap]) =>
          vocabularyText.slice(0, at) + scrap + vocabularyText.slice(at + length),
      );
    fc.assert(
      fc.property(cut, (text) => {
        expectPlacesInside(text, 'vocabulary/test.yaml', new Map([['vocabulary/test.yaml', text]]));
      }),
      { numRuns: 50 },
    );
  });

  test('a fault in one document leaves the others as they are', () => {
    const other = sample.replace('编号: sample', '编号: other');
    const alone = loadWithTestVocabulary({ 'documents/other.policy.md': other });
    fc.assert(
      fc.property(damaged, (text) => {
        fc.pre(!text.includes('编号: other'));
        const { content } = loadWithTestVocabulary({
          'documents/sample.policy.md': text,
          'documents/other.policy.md': other,
        });
        expect(meaning(content.measures.get('other/样例措施'))).toBe(
          meaning(alone.content.measures.get('other/样例措施')),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('nesting', () => {
  for (const text of ['[', '{ a: ', '- ', '非 ', '（'])
    test(`twenty thousand times “${text}” is a fault, not a failure`, () => {
      const deep = text.repeat(20_000);
      const { diagnostics } = loadContent(
        new Map([
          ['vocabulary/test.yaml', deep],
          ['documents/sample.policy.md', documentWith(`条件: [ "${deep}" ]\n给: 1万元`, '1万元')],
        ]),
      );
      expect(diagnostics.some((each) => each.span.file === 'vocabulary/test.yaml')).toBe(true);
    });
});
