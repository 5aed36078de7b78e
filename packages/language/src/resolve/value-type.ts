import type { Dimension } from '@luodi/kernel';
import type { Expression, ValueType, Vocabulary } from '../tree/index.ts';

export type NumberType = Extract<ValueType, { kind: 'number' }>;

export const truthType: ValueType = { kind: 'truth' };
export const dateType: ValueType = { kind: 'date' };
export const textType: ValueType = { kind: 'text' };
export const moneyType: NumberType = { kind: 'number', dimension: 'money', counter: undefined };

export function numberType(dimension: Dimension, counter?: string): NumberType {
  return { kind: 'number', dimension, counter };
}

const symbols: Readonly<Record<string, string>> = {
  area: '平方米',
  coal: '吨标煤',
  container: '标箱',
  day: '日',
  energy: '千瓦时',
  length: '米',
  mass: '千克',
  money: '元',
  month: '月',
  power: '瓦',
  voltage: '伏',
  workday: '工作日',
};

function power(base: string, exponent: number): string {
  const symbol = symbols[base] ?? base;
  return exponent === 1 ? symbol : `${symbol}^${exponent}`;
}

/** The unit of a number type in words: `元`, `家`, `元/瓦`, `数` for a pure number. */
export function unitWords(type: NumberType): string {
  if (type.counter !== undefined) return type.counter;
  if (type.dimension === '') return '数（无单位）';
  const above: string[] = [];
  const below: string[] = [];
  for (const factor of type.dimension.split('·')) {
    const [base = '', exponent = '1'] = factor.split('^');
    const count = Number(exponent);
    if (count > 0) above.push(power(base, count));
    else below.push(power(base, -count));
  }
  const numerator = above.join('·') || '1';
  return below.length === 0 ? numerator : `${numerator}/${below.join('·')}`;
}

/** A type in words, for messages. */
export function typeWords(type: ValueType): string {
  switch (type.kind) {
    case 'truth':
      return '条件（是否）';
    case 'date':
      return '日期';
    case 'text':
      return '文字';
    case 'choice':
      return `选项（${type.list}）`;
    case 'number':
      return type.dimension === 'money' ? '金额' : unitWords(type);
  }
}

/** A share or percentage, which never compares with or adds to counted things. */
function isRate(expression: Expression, vocabulary: Vocabulary): boolean {
  if (expression.kind === 'literal') return /[%％‰]$|百分点$/.test(expression.text);
  return expression.kind === 'fact' && vocabulary.facts.get(expression.fact)?.factKind === 'rate';
}

/** The common unit of two numbers, or `undefined` when they cannot be added or compared. A bare number fits every counter. */
export function commonNumberType(
  left: Expression,
  right: Expression,
  vocabulary: Vocabulary,
): NumberType | undefined {
  const [a, b] = [left.type, right.type];
  if (a.kind !== 'number' || b.kind !== 'number' || a.dimension !== b.dimension) return undefined;
  if (a.counter !== undefined && b.counter !== undefined && a.counter !== b.counter)
    return undefined;
  if (a.counter !== undefined && isRate(right, vocabulary)) return undefined;
  if (b.counter !== undefined && isRate(left, vocabulary)) return undefined;
  return numberType(a.dimension, a.counter ?? b.counter);
}
