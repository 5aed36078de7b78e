import { fraction } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Dimension } from '@luodi/kernel';
import { exactly, none, union } from '../domain/outcome.ts';
import type { DateOutcome, NumberOutcome } from '../domain/outcome.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import type { Compiler } from './compiler.ts';
import { calculate, extremeOf, numberOf } from './numbers.ts';

/** A date moved by a duration. Months end-of-month are constrained (31 Jan + 1 month = last day of February). */
function moveDate(
  date: PlainDate,
  outcome: NumberOutcome,
  dimension: Dimension,
  direction: 1 | -1,
): PlainDate | undefined {
  const amount = exactly(outcome);
  if (amount === undefined) return undefined;
  const steps = direction * Number(fraction.floor(amount));
  return dimension === 'month' ? date.add({ months: steps }) : date.add({ days: steps });
}

function dateOutcome(
  left: EvaluatedExpression,
  right: EvaluatedExpression,
  direction: 1 | -1,
): DateOutcome {
  const duration = numberOf(right);
  const missing = union(left.outcome.missing, duration.missing);
  const { type } = right.expression;
  if (left.outcome.kind !== 'date' || left.outcome.value === undefined || type.kind !== 'number')
    return { kind: 'date', value: undefined, missing };
  const value = moveDate(left.outcome.value, duration, type.dimension, direction);
  return { kind: 'date', value, missing: value === undefined ? missing : none };
}

export const compileArithmetic: Compiler<'arithmetic'> = (expression, compile) => {
  const left = compile(expression.left);
  const right = compile(expression.right);
  const { operator } = expression;
  const movesDate = expression.type.kind === 'date';
  return (context) => {
    const a = left(context);
    const b = right(context);
    const outcome = movesDate
      ? dateOutcome(a, b, operator === '−' ? -1 : 1)
      : calculate(operator, numberOf(a), numberOf(b));
    return { expression, outcome, operands: [a, b], reference: undefined };
  };
};

export const compileExtreme: Compiler<'least' | 'greatest'> = (expression, compile) => {
  const items = expression.items.map(compile);
  return (context) => {
    const operands = items.map((item) => item(context));
    const outcome = operands
      .map(numberOf)
      .reduce((best, next) => extremeOf(expression.kind, best, next));
    return { expression, outcome, operands, reference: undefined };
  };
};
