import { fraction } from '@luodi/kernel';
import type { Rational, Truth } from '@luodi/kernel';
import type { Measure } from '@luodi/language';
import { exactly } from '../domain/outcome.ts';
import { receivedOutcome } from '../expression/fact-lookup.ts';
import type { Context } from '../expression/context.ts';
import type { FactReference } from '../facts/fact-reference.ts';

/** What history is asked for: a one-off by sums under the measure or its matter, else how often the measure was paid. */
export function receivedReferences(measure: Measure): readonly FactReference[] {
  if (measure.mostTimes !== 1)
    return [{ name: measure.name, aspect: { kind: 'received', measure: 'count' } }];
  return [measure.name, measure.matter].map((name) => ({
    name,
    aspect: { kind: 'received', measure: 'total' },
  }));
}

/** The figure at which nothing more is paid: any sum for a one-off, the number of payments otherwise. */
function reachesLimit(received: Rational, mostTimes: number): boolean {
  if (mostTimes === 1) return received.numerator > 0n;
  return fraction.compare(received, { numerator: BigInt(mostTimes), denominator: 1n }) >= 0;
}

/**
 * Whether all payments that there can be were received before; unknown where history says nothing. For an item only its
 * own history counts: a payment for another item takes nothing from this one.
 */
export function usedUp(measure: Measure, context: Context): Truth {
  const { mostTimes } = measure;
  if (mostTimes === undefined) return false;
  // What is stated of another measure of the matter is enough to know that a one-off was paid.
  const history = context.item?.history ?? context.facts.history;
  if (mostTimes === 1 && history.mattersReceived.has(measure.matter)) return true;
  let anything = false;
  for (const reference of receivedReferences(measure)) {
    const received = exactly(receivedOutcome(reference, context));
    if (received === undefined) continue;
    anything = true;
    if (reachesLimit(received, mostTimes)) return true;
  }
  return anything ? false : undefined;
}
