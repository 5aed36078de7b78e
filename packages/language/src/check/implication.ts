import { compareDates, fraction } from '@luodi/kernel';
import { printExpression } from '../expression/print-expression.ts';
import type { ComparisonOperator, Expression, Value, Vocabulary } from '../tree/index.ts';

/** A comparison of something with a fixed value: `key operator value`. */
interface Bound {
  readonly key: string;
  readonly operator: ComparisonOperator;
  readonly value: Value;
  readonly list: string | undefined;
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '≠': '≠',
  '>=': '<=',
  '<=': '>=',
  '>': '<',
  '<': '>',
};

function boundOf(expression: Expression): Bound | undefined {
  if (expression.kind !== 'comparison') return undefined;
  const { left, right, operator } = expression;
  const list = left.type.kind === 'choice' ? left.type.list : undefined;
  if (right.kind === 'literal')
    return { key: printExpression(left), operator, value: right.value, list };
  if (left.kind === 'literal')
    return { key: printExpression(right), operator: mirrored[operator], value: left.value, list };
  return undefined;
}

/** Negative, zero, positive as `a` is below, equal to, above `b`; `undefined` when they have no order. */
function order(a: Value, b: Value, list: string | undefined, vocabulary: Vocabulary) {
  if (a.kind === 'number' && b.kind === 'number') return fraction.compare(a.value, b.value);
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a.value, b.value);
  if (a.kind !== 'choice' || b.kind !== 'choice') return undefined;
  if (a.value === b.value) return 0;
  const codes = list === undefined ? undefined : vocabulary.lists.get(list);
  if (codes?.ordered !== true) return undefined;
  const rank = (name: string) => codes.members.findIndex((member) => member.name === name);
  return rank(b.value) - rank(a.value);
}

function boundImplies(narrow: Bound, wide: Bound, vocabulary: Vocabulary): boolean {
  if (narrow.key !== wide.key) return false;
  const step = order(narrow.value, wide.value, narrow.list, vocabulary);
  if (step === undefined) return false;
  switch (wide.operator) {
    case '>=':
      return ['>=', '>', '='].includes(narrow.operator) && step >= 0;
    case '>':
      if (narrow.operator === '>') return step >= 0;
      return ['>=', '='].includes(narrow.operator) && step > 0;
    case '<=':
      return ['<=', '<', '='].includes(narrow.operator) && step <= 0;
    case '<':
      if (narrow.operator === '<') return step <= 0;
      return ['<=', '='].includes(narrow.operator) && step < 0;
    case '=':
      return narrow.operator === '=' && step === 0;
    case '≠':
      return narrow.operator === '≠' && step === 0;
  }
}

function optionsOf(
  expression: Expression,
): { key: string; options: readonly string[] } | undefined {
  if (expression.kind === 'member')
    return { key: printExpression(expression.of), options: expression.options };
  const bound = boundOf(expression);
  if (bound?.operator !== '=' || bound.value.kind !== 'choice') return undefined;
  return { key: bound.key, options: [bound.value.value] };
}

function partImplies(narrow: Expression, wide: Expression, vocabulary: Vocabulary): boolean {
  if (printExpression(narrow) === printExpression(wide)) return true;
  const [a, b] = [boundOf(narrow), boundOf(wide)];
  if (a !== undefined && b !== undefined && boundImplies(a, b, vocabulary)) return true;
  const [few, many] = [optionsOf(narrow), optionsOf(wide)];
  if (few === undefined || many === undefined || few.key !== many.key) return false;
  return few.options.every((option) => many.options.includes(option));
}

/** Whether `wide` holds whenever `narrow` does, as far as comparisons with fixed values show it. */
export function implies(narrow: Expression, wide: Expression, vocabulary: Vocabulary): boolean {
  if (wide.kind === 'and') return wide.items.every((item) => implies(narrow, item, vocabulary));
  if (narrow.kind === 'or') return narrow.items.every((item) => implies(item, wide, vocabulary));
  if (wide.kind === 'or') return wide.items.some((item) => implies(narrow, item, vocabulary));
  if (narrow.kind === 'and') return narrow.items.some((item) => implies(item, wide, vocabulary));
  return partImplies(narrow, wide, vocabulary);
}
