import { attributes } from '../population/columns.ts';
import type { Attribute } from '../population/columns.ts';

/** How many answers of one kind a rule gave to applicants alike in their attributes, and the sums of them in fen. */
export interface TallyRow {
  readonly measure: string;
  readonly status: string;
  readonly attributes: Readonly<Record<Attribute, string>>;
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

/** Sums of rows that are put together. */
export interface Tally {
  readonly key: string;
  readonly count: number;
  readonly lowerFen: bigint;
  readonly upperFen: bigint;
  readonly open: number;
  readonly counted: number;
  readonly countedLowerFen: bigint;
  readonly countedUpperFen: bigint;
}

function empty(key: string): Tally {
  return {
    key,
    count: 0,
    lowerFen: 0n,
    upperFen: 0n,
    open: 0,
    counted: 0,
    countedLowerFen: 0n,
    countedUpperFen: 0n,
  };
}

function plus(tally: Tally, row: TallyRow): Tally {
  return {
    key: tally.key,
    count: tally.count + row.count,
    lowerFen: tally.lowerFen + row.lowerFen,
    upperFen: tally.upperFen + row.upperFen,
    open: tally.open + row.open,
    counted: tally.counted + row.counted,
    countedLowerFen: tally.countedLowerFen + row.countedLowerFen,
    countedUpperFen: tally.countedUpperFen + row.countedUpperFen,
  };
}

/** Rows by a key, the keys in their order of text. */
export function tallyBy(
  rows: readonly TallyRow[],
  keyOf: (row: TallyRow) => string | readonly string[],
): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const row of rows)
    for (const key of [keyOf(row)].flat())
      tallies.set(key, plus(tallies.get(key) ?? empty(key), row));
  return [...tallies.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The same rows of several chunks as one. */
export function mergeTallies(rows: readonly TallyRow[]): readonly TallyRow[] {
  const keyOf = (row: TallyRow): string =>
    [row.measure, row.status, ...attributes.map((each) => row.attributes[each])].join('\u0000');
  const first = new Map(rows.map((row) => [keyOf(row), row]));
  return tallyBy(rows, keyOf).flatMap((tally) => {
    const row = first.get(tally.key);
    if (row === undefined) return [];
    const { key: _, ...sums } = tally;
    return [{ ...row, ...sums }];
  });
}
