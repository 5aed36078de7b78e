import type { EvaluatedAmount } from '../domain/payable.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { union } from '../domain/outcome.ts';
import type { FactReference } from '../facts/fact-reference.ts';

/** Facts read in an expression whose value was known (`known`) or was not (`unknown`). */
export function referencesIn(
  part: EvaluatedExpression,
  which: 'known' | 'any' = 'known',
): readonly FactReference[] {
  const own =
    part.reference !== undefined && (which === 'any' || part.outcome.missing.length === 0)
      ? [part.reference]
      : [];
  return union(own, ...part.operands.map((operand) => referencesIn(operand, which)));
}

/** All expressions of an amount that were evaluated, with those of its parts. */
export function expressionsOf(amount: EvaluatedAmount): readonly EvaluatedExpression[] {
  return [...amount.conditions, ...amount.expressions, ...amount.parts.flatMap(expressionsOf)];
}
