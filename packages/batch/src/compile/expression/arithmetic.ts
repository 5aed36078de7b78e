import type { ArithmeticOperator } from '@luodi/language';
import { NotCovered } from '../../sql/not-covered.ts';
import type { RuleScope } from '../scope.ts';
import type { SqlExpression, SqlNumber } from '../sql-value.ts';
import { readsOf } from './logic.ts';
import { dateOf, numberOf } from './values.ts';
import type { OfKind } from './values.ts';

function calculate(
  operator: ArithmeticOperator,
  a: SqlNumber,
  b: SqlNumber,
  { intervals }: RuleScope,
): SqlNumber {
  switch (operator) {
    case '+':
      return intervals.add(a, b);
    case '−':
      return intervals.add(a, intervals.negate(b));
    case '×':
      return intervals.multiply(a, b);
    case '÷':
      return intervals.divide(a, b);
  }
}

/** A date moved by a duration, whole months or days. */
function moveDate(
  expression: OfKind<'arithmetic'>,
  left: SqlExpression,
  right: SqlExpression,
  scope: RuleScope,
): SqlExpression {
  const { terms, intervals } = scope;
  const date = dateOf(left);
  const length = numberOf(right);
  const { type } = expression.right;
  if (type.kind !== 'number') throw new TypeError('a date moved by what is no duration');
  const end = length.plain?.value ?? length.high;
  if (end === undefined) throw new NotCovered('a date moved by an unbounded duration');
  const steps = terms.choose(
    [{ when: length.point, value: intervals.fractions.floor(end) }],
    terms.unknown('whole'),
  );
  const signed = expression.operator === '−' ? terms.subtract(terms.zero, steps) : steps;
  const value =
    type.dimension === 'month'
      ? terms.addMonths(date.value, signed)
      : terms.addDays(date.value, signed);
  const missing = terms.choose(
    [{ when: terms.isNull(value), value: terms.bitOr(date.missing, length.missing) }],
    terms.zero,
  );
  return { value: { kind: 'date', value, missing }, reads: readsOf([left, right], scope) };
}

export function compileArithmetic(
  expression: OfKind<'arithmetic'>,
  scope: RuleScope,
): SqlExpression {
  const left = scope.compile(expression.left, scope);
  const right = scope.compile(expression.right, scope);
  if (expression.type.kind === 'date') return moveDate(expression, left, right, scope);
  return {
    value: calculate(expression.operator, numberOf(left), numberOf(right), scope),
    reads: readsOf([left, right], scope),
  };
}

/** 孰低, 孰高 */
export function compileExtreme(
  expression: OfKind<'least' | 'greatest'>,
  scope: RuleScope,
): SqlExpression {
  const parts = expression.items.map((item) => scope.compile(item, scope));
  return {
    value: parts.map(numberOf).reduce((a, b) => scope.intervals.extreme(expression.kind, a, b)),
    reads: readsOf(parts, scope),
  };
}
