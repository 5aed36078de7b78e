import { fraction } from '@luodi/kernel';
import type { Amount } from '@luodi/language';
import type { AmountKind } from './answer.ts';
import type { EvaluatedExpression } from './evaluated.ts';
import { interval, known, truth, union } from './outcome.ts';
import type { NumberOutcome, TruthOutcome } from './outcome.ts';

/**
 * What an amount came to. The words fix a floor and a ceiling (equal when exact, floor 0 when "at most", ceiling open
 * when "at least"); facts that are missing make each of the two an interval.
 */
export interface Payable {
  /** Whether anything is given at all: some arm holds, some row fits. */
  readonly given: TruthOutcome;
  readonly floor: NumberOutcome;
  readonly ceiling: NumberOutcome;
  /** Kinds of sum that it can still be. */
  readonly kinds: readonly AmountKind[];
}

/** An amount together with what it came to and how. */
export interface EvaluatedAmount {
  readonly amount: Amount;
  readonly payable: Payable;
  /** Expressions read here: the sum, the cap, the rating … */
  readonly expressions: readonly EvaluatedExpression[];
  /** Conditions of arms, in order, as far as they were looked at. */
  readonly conditions: readonly EvaluatedExpression[];
  /** Amounts inside that can still apply. */
  readonly parts: readonly EvaluatedAmount[];
}

const zero = known(fraction.zero);
const yes = truth(true);

/** Open above by the words, not for want of facts. */
export function openAbove(floor: NumberOutcome): NumberOutcome {
  return { kind: 'number', low: floor.low, high: undefined, missing: floor.missing };
}

export const nothing: Payable = { given: truth(false), floor: zero, ceiling: zero, kinds: [] };

export function payable(kind: AmountKind, floor: NumberOutcome, ceiling: NumberOutcome): Payable {
  return { given: yes, floor, ceiling, kinds: [kind] };
}

export function exactPayable(value: NumberOutcome): Payable {
  return payable('exact', value, value);
}

/** Applies the same change to both ends; once where they are one and the same, as in exact sums. */
export function mapEnds(from: Payable, change: (end: NumberOutcome) => NumberOutcome): Payable {
  const floor = change(from.floor);
  const ceiling = from.ceiling === from.floor ? floor : change(from.ceiling);
  return { given: from.given, floor, ceiling, kinds: from.kinds };
}

function hull(outcomes: readonly NumberOutcome[], missing: TruthOutcome['missing']): NumberOutcome {
  const [first, ...rest] = outcomes;
  if (first === undefined) return zero;
  let { low, high } = first;
  for (const next of rest) {
    low = low === undefined || next.low === undefined ? undefined : fraction.least(low, next.low);
    high =
      high === undefined || next.high === undefined
        ? undefined
        : fraction.greatest(high, next.high);
  }
  return interval(low, high, union(missing, ...outcomes.map((outcome) => outcome.missing)));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/** One of several possibilities, which one is not known for want of `missing`; `orNothing`: or none of them. */
export function oneOf(
  possible: readonly Payable[],
  missing: TruthOutcome['missing'],
  orNothing: boolean,
): Payable {
  const all = orNothing ? [...possible, nothing] : possible;
  const truths = all.map((each) => each.given.value);
  const open = union(missing, ...all.map((each) => each.given.missing));
  const given = truths.every((value) => value === true)
    ? true
    : truths.every((value) => value === false)
      ? false
      : undefined;
  return {
    given: truth(given, open),
    floor: hull(
      all.map((each) => each.floor),
      missing,
    ),
    ceiling: hull(
      all.map((each) => each.ceiling),
      missing,
    ),
    kinds: unique(possible.flatMap((each) => each.kinds)),
  };
}

/** Joins amounts that all count, end by end. Amounts that are not given count as zero. */
export function joinPayables(
  parts: readonly Payable[],
  join: (a: NumberOutcome, b: NumberOutcome) => NumberOutcome,
): Payable {
  const live = parts.filter((part) => part.given.value !== false);
  const [first, ...rest] = live;
  if (first === undefined) return nothing;
  const certain = live.some((part) => part.given.value === true);
  let { floor, ceiling, kinds } = first;
  for (const part of rest) {
    const exact = ceiling === floor && part.ceiling === part.floor;
    floor = join(floor, part.floor);
    ceiling = exact ? floor : join(ceiling, part.ceiling);
    kinds = unique([...kinds, ...part.kinds]);
  }
  return {
    given: certain ? yes : truth(undefined, union(...live.map((part) => part.given.missing))),
    floor,
    ceiling,
    kinds,
  };
}

/** The kind to show for what can be several kinds. */
export function kindOf(from: Payable): AmountKind {
  const { kinds } = from;
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return only;
  if (kinds.length === 0) return 'none';
  for (const kind of ['discretionary', 'by_reference'] as const)
    if (kinds.includes(kind)) return kind;
  if (kinds.every((kind) => kind === 'none')) return 'none';
  return from.ceiling.high === undefined ? 'at_least' : 'at_most';
}

/** Facts that would narrow it. */
export function missingOf(from: Payable): TruthOutcome['missing'] {
  return union(from.given.missing, from.floor.missing, from.ceiling.missing);
}
