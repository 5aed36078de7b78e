import { membersOf } from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import { cappedTotal } from './capped-sum.ts';
import { limitsFor } from './stacking-model.ts';
import type { StackingModel } from './stacking-model.ts';

/** The three aims, the weightier first: the upper total, the certain total, and how many measures are kept. */
export interface Score {
  readonly upperFen: bigint;
  readonly certainFen: bigint;
  readonly kept: number;
}

/**
 * The search sees the three aims as one whole number, as digits of a numeral: a higher upper total outweighs any certain total, and
 * that any number of measures kept. All bounds are linear in the digits, so they hold for the numeral.
 */
export interface Numeral {
  readonly upper: bigint;
  readonly certain: bigint;
}

export function scoreOf({ upper, certain }: Numeral, worth: bigint): Score {
  const rest = worth % upper;
  return {
    upperFen: worth / upper,
    certainFen: rest / certain,
    kept: Number(rest % certain),
  };
}

export interface Weights {
  readonly worth: readonly bigint[];
  readonly ascending: readonly number[];
}

export interface SelectionLimit {
  readonly members: BitSet;
  readonly listed: readonly number[];
  readonly upperFen: bigint;
  readonly certainFen: bigint;
}

export interface SelectionProblem {
  readonly model: StackingModel;
  readonly excludes: readonly BitSet[];
  readonly numeral: Numeral;
  /** Worth of each measure standing alone, as a numeral. */
  readonly all: Weights;
  readonly upper: Weights;
  readonly certain: Weights;
  readonly kept: Weights;
  readonly limits: readonly SelectionLimit[];
  /** Worths found so far under limits: they cost more than to remember. */
  readonly known: Map<string, bigint>;
}

function weights(worth: readonly bigint[]): Weights {
  const ascending = worth
    .map((_, index) => index)
    .toSorted((a, b) => {
      const [left, right] = [worth[a] ?? 0n, worth[b] ?? 0n];
      return left < right ? -1 : left > right ? 1 : a - b;
    });
  return { worth, ascending };
}

function greatestOf(amounts: readonly bigint[], members: BitSet): bigint {
  return membersOf(members).reduce((greatest, member) => {
    const amount = amounts[member] ?? 0n;
    return amount > greatest ? amount : greatest;
  }, 0n);
}

export function selectionProblem(model: StackingModel): SelectionProblem {
  const { candidates, upper, certain } = model;
  const certainTotal = certain.amounts.reduce((sum, amount) => sum + amount, 0n);
  const keptRange = BigInt(candidates.length + 1);
  const numeral = { upper: keptRange * (certainTotal + 1n), certain: keptRange };
  const limits = limitsFor(model, upper.amounts).map(({ members, capFen, origin }) => ({
    members,
    listed: membersOf(members),
    upperFen: capFen,
    certainFen: origin.kind === 'joint_cap' ? capFen : greatestOf(certain.amounts, members),
  }));
  return {
    model,
    excludes: model.excludes,
    numeral,
    all: weights(
      candidates.map(
        ({ upperFen, certainFen }) => upperFen * numeral.upper + certainFen * numeral.certain + 1n,
      ),
    ),
    upper: weights(upper.amounts),
    certain: weights(certain.amounts),
    kept: weights(candidates.map(() => 1n)),
    limits,
    known: new Map(),
  };
}

/** Exact worth of a lawful set. */
export function worthOf(problem: SelectionProblem, set: BitSet): bigint {
  const { model, numeral, limits, all, known } = problem;
  const members = membersOf(set);
  if (limits.length === 0)
    return members.reduce((sum, member) => sum + (all.worth[member] ?? 0n), 0n);
  const key = set.join();
  let worth = known.get(key);
  if (worth === undefined) {
    worth =
      cappedTotal(model.upper, set) * numeral.upper +
      cappedTotal(model.certain, set) * numeral.certain +
      BigInt(members.length);
    known.set(key, worth);
  }
  return worth;
}
