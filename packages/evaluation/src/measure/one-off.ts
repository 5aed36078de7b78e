import type { Truth } from '@luodi/kernel';
import type { Measure } from '@luodi/language';
import { exactly } from '../domain/outcome.ts';
import { receivedOutcome } from '../expression/fact-lookup.ts';
import type { Context } from '../expression/context.ts';
import type { FactReference } from '../facts/fact-reference.ts';

/** 已获 under the measure itself or its matter. */
export function receivedReferences(measure: Measure): readonly FactReference[] {
  return [measure.name, measure.matter].map((name) => ({
    name,
    aspect: { kind: 'received', measure: 'total' },
  }));
}

/**
 * Whether a one-off payment was received before; unknown where history says nothing. For an item only its own history
 * counts: a payment for another item takes nothing from this one.
 */
export function receivedBefore(measure: Measure, context: Context): Truth {
  const { item, facts } = context;
  const own =
    item === undefined ? context : { ...context, facts: { ...facts, history: item.history } };
  let anything = false;
  for (const reference of receivedReferences(measure)) {
    const sum = exactly(receivedOutcome(reference, own));
    if (sum === undefined) continue;
    anything = true;
    if (sum.numerator > 0n) return true;
  }
  return anything ? false : undefined;
}
