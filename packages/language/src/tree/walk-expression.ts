import type { Amount } from './amount.ts';
import type { Expression } from './expression.ts';

/** The direct parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'arithmetic':
    case 'comparison':
      return [expression.left, expression.right];
    case 'member':
    case 'not':
      return [expression.of];
    case 'and':
    case 'or':
    case 'least':
    case 'greatest':
      return expression.items;
    case 'aggregate':
      return [expression.body];
    case 'literal':
    case 'fact':
    case 'window':
    case 'past_highest':
    case 'history':
    case 'today':
      return [];
  }
}

/** An expression and everything inside it, outer before inner. */
export function* walkExpression(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* walkExpression(part);
}

/** Names of the facts that an expression reads, of whatever year, each once. */
export function factsIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walkExpression(expression))
    if (node.kind === 'fact' || node.kind === 'window' || node.kind === 'past_highest')
      names.add(node.fact);
  return names;
}

/** The expressions of an amount, each with whatever is inside it still whole. */
export function* expressionsOfAmount(amount: Amount): Generator<Expression> {
  switch (amount.kind) {
    case 'pay':
      yield amount.value;
      return;
    case 'discretionary':
      if (amount.ceiling !== undefined) yield amount.ceiling;
      return;
    case 'by_reference':
    case 'decision':
      return;
    case 'first_of':
    case 'sum':
      for (const arm of amount.kind === 'sum' ? amount.parts : amount.arms) {
        if (arm.when !== undefined) yield arm.when;
        yield* expressionsOfAmount(arm.amount);
      }
      return;
    case 'graded':
      yield amount.by;
      for (const row of amount.rows) yield* expressionsOfAmount(row.amount);
      return;
    case 'bands':
      yield amount.base;
      for (const band of amount.bands) {
        yield band.from;
        if (band.to !== undefined) yield band.to;
        yield band.rate;
      }
      return;
    case 'highest':
      for (const option of amount.options) yield* expressionsOfAmount(option);
      return;
    case 'capped':
    case 'difference':
    case 'cumulative_cap':
    case 'bounded_by':
      yield* expressionsOfAmount(amount.amount);
      yield* modifierExpressions(amount);
  }
}

function* modifierExpressions(
  amount: Extract<Amount, { kind: 'capped' | 'difference' | 'cumulative_cap' | 'bounded_by' }>,
): Generator<Expression> {
  if (amount.kind === 'capped' || amount.kind === 'cumulative_cap') yield amount.cap;
  if (amount.kind === 'difference' || amount.kind === 'cumulative_cap') yield amount.received;
  if (amount.kind === 'bounded_by') yield amount.base;
}
