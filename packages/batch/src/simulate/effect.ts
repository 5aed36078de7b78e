import type { Attribute } from '../population/columns.ts';
import { attributes } from '../population/columns.ts';
import type { SqlCell } from '../run/duckdb/session.ts';
import { doubleQuoted } from '../dialect/quoting.ts';
import { scaled, scaledCount } from './scale.ts';
import type { Scale } from './scale.ts';
import type { SimulationContext } from './simulation-context.ts';

/** What rules cost on one side of a change. Sums in fen. */
export interface Standing {
  readonly entitled: number;
  readonly undetermined: number;
  /** Exact sums and floors. */
  readonly certainFen: bigint;
  /** With every ceiling reached; contains what is certain. */
  readonly upToFen: bigint;
  /** Entitled to a sum without an upper end. */
  readonly openAbove: number;
  /** What the undetermined can add at most. */
  readonly undecidedUpToFen: bigint;
}

/** How many move which way. */
export interface Moved {
  readonly newcomers: number;
  readonly winners: number;
  readonly losers: number;
  readonly droppedOut: number;
}

export interface GainBand extends Moved {
  /** Gain or loss of more than this, and up to that (`undefined`: no end). */
  readonly fromFen: bigint;
  readonly toFen: bigint | undefined;
  readonly gainedFen: bigint;
  readonly lostFen: bigint;
}

export interface Movement extends Moved {
  readonly unchanged: number;
  readonly gainedFen: bigint;
  readonly lostFen: bigint;
  readonly bands: readonly GainBand[];
}

export interface GroupEffect extends Moved {
  readonly name: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** Who is certain, who gets up to a ceiling, who is undecided. */
export interface Certainty {
  readonly certain: number;
  readonly upTo: number;
  readonly undecided: number;
}

/** What a change does to the applicants. */
export interface Effect {
  readonly before: Standing;
  readonly after: Standing;
  readonly movement: Movement;
  readonly groups: Readonly<Record<Attribute, readonly GroupEffect[]>>;
  readonly certainty: { readonly before: Certainty; readonly after: Certainty };
}

const yuan = 100n;
/** Ends of the bands in which gains and losses are shown. */
const bandEnds = [10_000n, 50_000n, 100_000n, 500_000n, 1_000_000n, 5_000_000n].map(
  (end) => end * yuan,
);

/**
 * By what an applicant can get at most it wins or loses; where that is the same, by what is certain. A gain of the certain part alone
 * has the size of that.
 */
const joined = (before: string, after: string, weight: string): string => `
SELECT weight, ${attributes.map(doubleQuoted).join(', ')},
  coalesce(b.entitled, FALSE) AS b_entitled, coalesce(a.entitled, FALSE) AS a_entitled,
  coalesce(b.undecided, FALSE) AS b_undecided, coalesce(a.undecided, FALSE) AS a_undecided,
  coalesce(b.open, FALSE) AS b_open, coalesce(a.open, FALSE) AS a_open,
  coalesce(b.firm, FALSE) AS b_firm, coalesce(a.firm, FALSE) AS a_firm,
  coalesce(b.lower, 0) AS b_lower, coalesce(a.lower, 0) AS a_lower,
  coalesce(b.upper, 0) AS b_upper, coalesce(a.upper, 0) AS a_upper,
  coalesce(b.undecided_upper, 0) AS b_maybe, coalesce(a.undecided_upper, 0) AS a_maybe,
  CASE WHEN a_upper <> b_upper THEN a_upper - b_upper ELSE a_lower - b_lower END AS gain
FROM (${before}) AS b FULL JOIN (${after}) AS a USING (unit) INNER JOIN ${weight} AS weights USING (unit)`;

const band = `CASE WHEN b_entitled OR a_entitled THEN ${bandEnds
  .map((end, index) => `CASE WHEN abs(gain) <= ${end} THEN ${index}`)
  .join(' ELSE ')} ELSE ${bandEnds.length}${' END'.repeat(bandEnds.length)} END`;

const number = (where: string): string => `coalesce(sum(weight) FILTER (${where}), 0)::HUGEINT`;
const fen = (what: string, where = 'TRUE'): string =>
  `coalesce(sum(weight::HUGEINT * (${what})) FILTER (${where}), 0)::HUGEINT`;

const figures = [
  ...['b', 'a'].flatMap((side) => [
    number(`${side}_entitled`),
    number(`${side}_undecided`),
    fen(`${side}_lower`),
    fen(`${side}_upper`),
    number(`${side}_open`),
    fen(`${side}_maybe`),
    number(`${side}_entitled AND ${side}_firm`),
  ]),
  number('a_entitled AND NOT b_entitled'),
  number('a_entitled AND b_entitled AND gain > 0'),
  number('a_entitled AND b_entitled AND gain < 0'),
  number('b_entitled AND NOT a_entitled'),
  number('a_entitled AND b_entitled AND gain = 0'),
  fen('gain', 'gain > 0'),
  fen('-gain', 'gain < 0'),
];

interface EffectRow {
  readonly key: readonly SqlCell[];
  readonly level: number;
  readonly values: readonly bigint[];
}

function at(values: readonly bigint[], index: number): bigint {
  return values[index] ?? 0n;
}

function standingAt(values: readonly bigint[], from: number, scale: Scale): Standing {
  const count = (index: number) => scaledCount(at(values, from + index), scale);
  const sum = (index: number) => scaled(at(values, from + index), scale);
  return {
    entitled: count(0),
    undetermined: count(1),
    certainFen: sum(2),
    upToFen: sum(3),
    openAbove: count(4),
    undecidedUpToFen: sum(5),
  };
}

function certaintyAt(values: readonly bigint[], from: number, scale: Scale): Certainty {
  const entitled = at(values, from);
  const certain = at(values, from + 6);
  return {
    certain: scaledCount(certain, scale),
    upTo: scaledCount(entitled - certain, scale),
    undecided: scaledCount(at(values, from + 1), scale),
  };
}

const beforeAt = 0;
const afterAt = 7;
const movedAt = 14;

function movedOf(values: readonly bigint[], scale: Scale): Moved {
  const [newcomers = 0, winners = 0, losers = 0, droppedOut = 0] = [0, 1, 2, 3].map((index) =>
    scaledCount(at(values, movedAt + index), scale),
  );
  return { newcomers, winners, losers, droppedOut };
}

function bandsOf(rows: readonly EffectRow[], scale: Scale): readonly GainBand[] {
  return [...bandEnds.keys(), bandEnds.length].map((index) => {
    const values =
      rows.find(({ key }) => Number(key[3]) === index && key[3] !== null)?.values ?? [];
    return {
      fromFen: bandEnds[index - 1] ?? 0n,
      toFen: bandEnds[index],
      ...movedOf(values, scale),
      gainedFen: scaled(at(values, movedAt + 5), scale),
      lostFen: scaled(at(values, movedAt + 6), scale),
    };
  });
}

function groupsOf(rows: readonly EffectRow[], place: number, scale: Scale): readonly GroupEffect[] {
  return rows
    .map(({ key, values }) => ({
      name: String(key[place] ?? ''),
      before: standingAt(values, beforeAt, scale),
      after: standingAt(values, afterAt, scale),
      ...movedOf(values, scale),
    }))
    .toSorted((a, b) =>
      a.after.upToFen === b.after.upToFen
        ? a.name < b.name
          ? -1
          : 1
        : a.after.upToFen > b.after.upToFen
          ? -1
          : 1,
    );
}

/**
 * Compares two sides of a change over the applicants. `before` and `after` are queries as `worthOfAnswers` makes them, `weight` a table of units:
 * what each is and how many applicants it stands for.
 */
export async function effectOf(
  {
    before,
    after,
    weight,
  }: { readonly before: string; readonly after: string; readonly weight: string },
  scale: Scale,
  { city, signal }: SimulationContext,
): Promise<Effect> {
  const keys = [...attributes.map(doubleQuoted), 'band'];
  const named = figures.map((figure, index) => `${figure} AS figure_${index}`);
  const sums = figures.map((_, index) => `sum(figure_${index})::HUGEINT`);
  // Units are gone through once; what each grouping adds up are the few sums of those alike in everything.
  const alike = `SELECT ${keys.join(', ')}, ${named.join(', ')} FROM (SELECT *, ${band} AS band FROM (${joined(before, after, weight)}) AS moved) AS banded GROUP BY ${keys.join(', ')}`;
  const found = await city.session.rows(
    `SELECT ${keys.join(', ')}, grouping(${keys.join(', ')}) AS level, ${sums.join(', ')} FROM (${alike}) AS alike GROUP BY GROUPING SETS ((), ${keys.map((key) => `(${key})`).join(', ')})`,
    signal,
  );
  const rows = found.map(
    (row): EffectRow => ({
      key: row.slice(0, 4),
      level: Number(row[4]),
      values: row.slice(5).map((cell) => BigInt(cell ?? 0)),
    }),
  );
  // Bits of `grouping`: those not grouped by, the last key the lowest.
  const of = (level: number) => rows.filter((row) => row.level === level);
  const total = of(0b1111)[0]?.values ?? [];
  return {
    before: standingAt(total, beforeAt, scale),
    after: standingAt(total, afterAt, scale),
    movement: {
      ...movedOf(total, scale),
      unchanged: scaledCount(at(total, movedAt + 4), scale),
      gainedFen: scaled(at(total, movedAt + 5), scale),
      lostFen: scaled(at(total, movedAt + 6), scale),
      bands: bandsOf(of(0b1110), scale),
    },
    groups: {
      district: groupsOf(of(0b0111), 0, scale),
      industry: groupsOf(of(0b1011), 1, scale),
      size: groupsOf(of(0b1101), 2, scale),
    },
    certainty: {
      before: certaintyAt(total, beforeAt, scale),
      after: certaintyAt(total, afterAt, scale),
    },
  };
}
