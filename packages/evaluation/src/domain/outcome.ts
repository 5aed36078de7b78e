import { fraction } from '@luodi/kernel';
import type { PlainDate, Rational, Truth } from '@luodi/kernel';
import type { Value } from '@luodi/language';
import { referenceKey } from '../facts/fact-reference.ts';
import type { FactReference } from '../facts/fact-reference.ts';

/**
 * What is known of a value. Numbers are closed intervals, `undefined` = unbounded on that side; a known number has
 * both ends equal. `missing` names the facts that would narrow the value: empty exactly when nothing would.
 */
export type Outcome = TruthOutcome | NumberOutcome | DateOutcome | NameOutcome;

export interface TruthOutcome {
  readonly kind: 'truth';
  readonly value: Truth;
  readonly missing: readonly FactReference[];
}

export interface NumberOutcome {
  readonly kind: 'number';
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  readonly missing: readonly FactReference[];
}

export interface DateOutcome {
  readonly kind: 'date';
  readonly value: PlainDate | undefined;
  readonly missing: readonly FactReference[];
}

/** A choice or a text. */
export interface NameOutcome {
  readonly kind: 'name';
  readonly value: string | undefined;
  readonly missing: readonly FactReference[];
}

export const none: readonly FactReference[] = [];

export function known(value: Rational): NumberOutcome {
  return { kind: 'number', low: value, high: value, missing: none };
}

export function truth(value: Truth, missing: readonly FactReference[] = none): TruthOutcome {
  return { kind: 'truth', value, missing: value === undefined ? missing : none };
}

/** The number itself when it is known. */
export function exactly(outcome: NumberOutcome): Rational | undefined {
  const { low, high } = outcome;
  if (low === undefined || high === undefined) return undefined;
  return low === high || fraction.equal(low, high) ? low : undefined;
}

/** An interval; drops `missing` when it is a point. */
export function interval(
  low: Rational | undefined,
  high: Rational | undefined,
  missing: readonly FactReference[],
): NumberOutcome {
  const point =
    low !== undefined && high !== undefined && (low === high || fraction.equal(low, high));
  return { kind: 'number', low, high, missing: point ? none : missing };
}

/** Union of lists of references, first mention first. */
export function union(...lists: readonly (readonly FactReference[])[]): readonly FactReference[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return none;
  if (filled.length === 1) return filled[0] ?? none;
  const seen = new Map<string, FactReference>();
  for (const list of filled)
    for (const reference of list) {
      const key = referenceKey(reference);
      if (!seen.has(key)) seen.set(key, reference);
    }
  return [...seen.values()];
}

/** A known value as an outcome. */
export function outcomeOfValue(value: Value): Outcome {
  switch (value.kind) {
    case 'truth':
      return truth(value.value);
    case 'number':
      return known(value.value);
    case 'date':
      return { kind: 'date', value: value.value, missing: none };
    case 'choice':
    case 'text':
      return { kind: 'name', value: value.value, missing: none };
  }
}
