import type { Attribute } from '../population/columns.ts';

/** How many answers, and their sums in fen. */
export interface Tally {
  readonly key: string;
  readonly count: number;
  readonly lowerFen: bigint;
  readonly upperFen: bigint;
  /** Answers without an upper figure: in `upperFen` they stand with their lower one. */
  readonly open: number;
  /** Of those entitled: how many count in the best lawful combination, and with how much. */
  readonly counted: number;
  readonly countedLowerFen: bigint;
  readonly countedUpperFen: bigint;
}

/** The answers of one status that a rule gave. */
export interface RuleTally extends Omit<Tally, 'key'> {
  readonly measure: string;
  readonly status: string;
}

/** The entitlements of applicants who are alike in an attribute. */
export interface AttributeTally extends Omit<Tally, 'key'> {
  readonly attribute: Attribute;
  readonly value: string;
}

type Sums = Omit<Tally, 'key'>;

export const noSums: Sums = {
  count: 0,
  lowerFen: 0n,
  upperFen: 0n,
  open: 0,
  counted: 0,
  countedLowerFen: 0n,
  countedUpperFen: 0n,
};

function plus(a: Sums, b: Sums): Sums {
  return {
    count: a.count + b.count,
    lowerFen: a.lowerFen + b.lowerFen,
    upperFen: a.upperFen + b.upperFen,
    open: a.open + b.open,
    counted: a.counted + b.counted,
    countedLowerFen: a.countedLowerFen + b.countedLowerFen,
    countedUpperFen: a.countedUpperFen + b.countedUpperFen,
  };
}

/** Sums by a key (or several), the keys in the order of their text. */
export function tallyBy<T extends Sums>(
  rows: readonly T[],
  keysOf: (row: T) => string | readonly string[],
): readonly Tally[] {
  const tallies = new Map<string, Sums>();
  for (const row of rows)
    for (const key of [keysOf(row)].flat()) tallies.set(key, plus(tallies.get(key) ?? noSums, row));
  return [...tallies]
    .map(([key, sums]) => ({ key, ...sums }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
