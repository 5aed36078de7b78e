import { numericLiterals } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { documentWith } from './test-content.ts';

const text = documentWith(
  `条件:
  - 研发投入 在 200万元 以上 且 成立日期 在 2020-01-01 以内
  - "已获次数(研发补助)
    低于 3"
施行: 2024-02-01
依次:
  - { 当: "员工数 达到 1,000人", 给: 最高 研发投入 × 5‰ }
  - { 否则: 是, 给: 酌定 最高 1亿元 }
封顶: [ 50万元, 到账额 × 0.5 ]
分担: { 市: 50%, 区县: 50% }
换算: { 3: 三次 }
存疑: [ { 原文: 200万元, 读法: 200万元, 理由: 200万元 } ]`,
  '最高200万元',
);
const literals = numericLiterals(text, 'documents/sample.policy.md');

describe('the numbers of the rules of a file', () => {
  test('are those of conditions and amounts, in the order written', () => {
    expect(literals.map((literal) => [literal.text, literal.digits, literal.unit?.symbol])).toEqual(
      [
        ['200万元', '200', '万元'],
        ['3', '3', undefined],
        ['1,000人', '1,000', '人'],
        ['5‰', '5', '‰'],
        ['1亿元', '1', '亿元'],
        ['50万元', '50', '万元'],
        ['0.5', '0.5', undefined],
      ],
    );
  });

  test('stand where their spans say', () => {
    for (const { span, text: written, digits, digitsSpan, measure } of literals) {
      expect(text.slice(span.start.offset, span.end.offset)).toBe(written);
      expect(text.slice(digitsSpan.start.offset, digitsSpan.end.offset)).toBe(digits);
      expect(span.file).toBe('documents/sample.policy.md');
      expect(measure).toBe('样例措施');
    }
  });
});
