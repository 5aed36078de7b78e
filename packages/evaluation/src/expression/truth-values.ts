import { and, or } from '@luodi/kernel';
import type { Truth } from '@luodi/kernel';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { truth, union } from '../domain/outcome.ts';
import type { TruthOutcome } from '../domain/outcome.ts';

/** The truth of a part; the checker has made sure that it is one. */
export function truthOf(part: EvaluatedExpression): TruthOutcome {
  if (part.outcome.kind !== 'truth')
    throw new TypeError(`not a truth value: ${part.expression.text}`);
  return part.outcome;
}

/** Joins parts by 且 or 或. Only parts that are themselves unknown can still decide the whole. */
export function joinTruths(
  kind: 'and' | 'or',
  parts: readonly EvaluatedExpression[],
): TruthOutcome {
  let value: Truth = kind === 'and';
  for (const part of parts) {
    const next = truthOf(part).value;
    value = kind === 'and' ? and(value, next) : or(value, next);
  }
  if (value !== undefined) return truth(value);
  return truth(undefined, union(...parts.map((part) => truthOf(part).missing)));
}
