import { fraction, rational } from '@luodi/kernel';
import { interval, known, truth, union } from '../domain/outcome.ts';
import type { NumberOutcome, Outcome, TruthOutcome } from '../domain/outcome.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import type { FactReference } from '../facts/fact-reference.ts';
import type { Compiler } from './compiler.ts';
import { addIntervals, numberOf } from './numbers.ts';
import { joinTruths, truthOf } from './truth-values.ts';

/** A truth as a count: yes 1, no 0, unknown between. */
function counted(outcome: TruthOutcome): NumberOutcome {
  const [low, high] = outcome.value === undefined ? [0n, 1n] : outcome.value ? [1n, 1n] : [0n, 0n];
  return interval(rational(low), rational(high), outcome.missing);
}

function combine(
  operation: 'sum' | 'count' | 'exists' | 'every',
  parts: readonly EvaluatedExpression[],
): Outcome {
  const start: NumberOutcome = known(fraction.zero);
  switch (operation) {
    case 'sum':
      return parts.map(numberOf).reduce(addIntervals, start);
    case 'count':
      return parts.map((part) => counted(truthOf(part))).reduce(addIntervals, start);
    case 'exists':
      return joinTruths('or', parts);
    case 'every':
      return joinTruths('and', parts);
  }
}

/** Over all items of an entity. Where the items are not known nothing follows but that sums are not negative. */
export const compileAggregate: Compiler<'aggregate'> = (expression, compile) => {
  const body = compile(expression.body);
  const { entity, operation } = expression;
  const reference: FactReference = { name: entity, aspect: { kind: 'items' } };
  const unknown: Outcome =
    expression.type.kind === 'truth'
      ? truth(undefined, [reference])
      : interval(fraction.zero, undefined, [reference]);
  return (context) => {
    const items = context.facts.items.get(entity);
    if (items === undefined) return { expression, outcome: unknown, operands: [], reference };
    const operands = items.map((item) => body({ ...context, item }));
    const outcome = combine(operation, operands);
    return {
      expression,
      outcome: { ...outcome, missing: union(outcome.missing) },
      operands,
      reference,
    };
  };
};
