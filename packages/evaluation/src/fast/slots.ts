import { compareDates, fraction } from '@luodi/kernel';
import type { PlainDate, Rational } from '@luodi/kernel';
import { Temporal } from '@luodi/kernel';
import type { Fact, Measure, Vocabulary } from '@luodi/language';
import { exactly } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Context } from '../expression/context.ts';
import {
  pastHighest,
  receivedOutcome,
  statedAspect,
  statedOutcome,
} from '../expression/fact-lookup.ts';
import { usedUp } from '../measure/payments-left.ts';

/** A number that the compiled function reads. `NaN` stands for "not known, or not a safe whole number". */
export type Slot =
  | { readonly kind: 'fact'; readonly fact: string; readonly yearsBefore: number }
  | {
      readonly kind: 'window';
      readonly fact: string;
      readonly combine: 'sum' | 'mean';
      readonly years: number;
    }
  | { readonly kind: 'past_highest'; readonly fact: string }
  | {
      readonly kind: 'received';
      readonly about: string;
      readonly measure: 'total' | 'this_year' | 'count';
    }
  | { readonly kind: 'received_before' };

/** Day number for comparing dates; days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days;
}

/** Facts other than money, counts and durations may be fractions: they are held in millionths. */
const millionths = 1_000_000n;

export function slotScale(fact: Fact): bigint {
  const { factKind } = fact;
  return factKind === 'money' || factKind === 'count' || factKind === 'duration' ? 1n : millionths;
}

function whole(value: Rational | undefined, scale: bigint): number {
  if (value === undefined) return Number.NaN;
  const scaled = fraction.multiply(value, { numerator: scale, denominator: 1n });
  if (scaled.denominator !== 1n) return Number.NaN;
  const number = Number(scaled.numerator);
  return Number.isSafeInteger(number) ? number : Number.NaN;
}

function memberIndex(fact: Fact, name: string, vocabulary: Vocabulary): number {
  if (fact.type.kind !== 'choice') return Number.NaN;
  const members = vocabulary.lists.get(fact.type.list)?.members ?? [];
  const index = members.findIndex((member) => member.name === name);
  return index < 0 ? Number.NaN : index;
}

function encodeOutcome(outcome: Outcome, fact: Fact, vocabulary: Vocabulary): number {
  switch (outcome.kind) {
    case 'truth':
      return outcome.value === undefined ? Number.NaN : Number(outcome.value);
    case 'number':
      return whole(exactly(outcome), slotScale(fact));
    case 'date':
      return outcome.value === undefined ? Number.NaN : dayNumber(outcome.value);
    case 'name':
      return outcome.value === undefined
        ? Number.NaN
        : memberIndex(fact, outcome.value, vocabulary);
  }
}

function factNamed(name: string, vocabulary: Vocabulary): Fact {
  const fact = vocabulary.facts.get(name);
  if (fact === undefined) throw new TypeError(`unresolved fact: ${name}`);
  return fact;
}

function encodeSlot(
  slot: Slot,
  measure: Measure,
  context: Context,
  vocabulary: Vocabulary,
): number {
  switch (slot.kind) {
    case 'fact': {
      const fact = factNamed(slot.fact, vocabulary);
      const stated = statedOutcome(fact, slot.yearsBefore, context);
      return stated === undefined ? Number.NaN : encodeOutcome(stated, fact, vocabulary);
    }
    case 'window': {
      const fact = factNamed(slot.fact, vocabulary);
      const { combine, years } = slot;
      const aspect = { kind: 'window' as const, combine, years };
      const stated = statedAspect(fact, { name: fact.name, aspect }, context);
      return stated === undefined ? Number.NaN : whole(exactly(stated), slotScale(fact));
    }
    case 'past_highest': {
      const fact = factNamed(slot.fact, vocabulary);
      const reference = { name: fact.name, aspect: { kind: 'past_highest' as const } };
      const outcome =
        statedAspect(fact, reference, context) ?? pastHighest(fact, reference, context);
      return whole(exactly(outcome), slotScale(fact));
    }
    case 'received': {
      const aspect = { kind: 'received' as const, measure: slot.measure };
      return whole(exactly(receivedOutcome({ name: slot.about, aspect }, context)), 1n);
    }
    case 'received_before': {
      const before = usedUp(measure, context);
      return before === undefined ? Number.NaN : Number(before);
    }
  }
}

/** Facts of one applicant as the numbers that one measure's compiled function reads; the first is the day. */
export function encodeSlots(
  slots: readonly Slot[],
  measure: Measure,
  context: Context,
  vocabulary: Vocabulary,
): Float64Array {
  const encoded = new Float64Array(slots.length + 1);
  encoded[0] = dayNumber(context.date);
  for (const [index, slot] of slots.entries())
    encoded[index + 1] = encodeSlot(slot, measure, context, vocabulary);
  return encoded;
}

export function inForceDays(measure: Measure): { readonly from: number; readonly until: number } {
  const { from, until } = measure.validity;
  if (until !== undefined && compareDates(until, from) < 0) return { from: 1, until: 0 };
  return {
    from: dayNumber(from),
    until: until === undefined ? Number.POSITIVE_INFINITY : dayNumber(until),
  };
}
