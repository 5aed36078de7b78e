import type { ArithmeticOperator, ComparisonOperator } from '../tree/index.ts';

/** Comparison words, read after Civil Code art. 1259: 不低于 and 达到 include the number, 超过 and 不满 do not. */
export const comparisonWords: Readonly<Record<string, ComparisonOperator>> = {
  达到: '>=',
  不低于: '>=',
  不少于: '>=',
  超过: '>',
  高于: '>',
  不超过: '<=',
  不高于: '<=',
  不满: '<',
  低于: '<',
  为: '=',
  '=': '=',
  '≠': '≠',
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '<': '<',
};

/** `在 A 以上`: 以上, 以下, 以内 include the number, 以外 does not. */
export const rangeWords: Readonly<Record<string, ComparisonOperator>> = {
  以上: '>=',
  以下: '<=',
  以内: '<=',
  以外: '>',
};

export const arithmeticSigns: Readonly<Record<string, ArithmeticOperator>> = {
  '+': '+',
  '＋': '+',
  '-': '−',
  '−': '−',
  '－': '−',
  '*': '×',
  '×': '×',
  '/': '÷',
  '÷': '÷',
};

/** Words that are no names. */
export const keywords: readonly string[] = [
  ...Object.keys(comparisonWords).filter((word) => /[\u4e00-\u9fff]/.test(word)),
  ...Object.keys(rangeWords),
  '在',
  '属于',
  '且',
  '或',
  '非',
  '是',
  '否',
];
