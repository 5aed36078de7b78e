import { scaled, scaledCount } from './scale.ts';
import type { Scale } from './scale.ts';
import type { SimulationContext } from './simulation-context.ts';

/** What counts in the best lawful combinations. Sums in fen. */
export interface Counted {
  readonly enterprises: number;
  readonly certainFen: bigint;
  readonly upToFen: bigint;
}

export interface InteractingMeasure {
  readonly measure: string;
  readonly changed: boolean;
  readonly before: Counted;
  readonly after: Counted;
}

/** What measures that stand in each other's way come to together: the total is the net cost. */
export interface Interaction {
  readonly measures: readonly InteractingMeasure[];
  readonly before: Counted;
  readonly after: Counted;
}

/** A table of `weighWorld`, and the measures that its numbers stand for. */
export interface WeighedWorld {
  readonly table: string;
  readonly ids: readonly string[];
}

const nothing: Counted = { enterprises: 0, certainFen: 0n, upToFen: 0n };

/** By measure; the whole under the empty id. */
async function countedIn(
  { table, ids }: WeighedWorld,
  scale: Scale,
  { city, signal }: SimulationContext,
): Promise<ReadonlyMap<string, Counted>> {
  const rows = await city.session.rows(
    `SELECT measure, count(DISTINCT enterprise_id), coalesce(sum(lower_fen), 0), coalesce(sum(upper_fen), 0) FROM ${table} GROUP BY ROLLUP (measure)`,
    signal,
  );
  return new Map(
    rows.map(([measure, enterprises, lower, upper]) => [
      measure === null ? '' : (ids[Number(measure)] ?? ''),
      {
        enterprises: scaledCount(BigInt(enterprises ?? 0), scale),
        certainFen: scaled(BigInt(lower ?? 0), scale),
        upToFen: scaled(BigInt(upper ?? 0), scale),
      },
    ]),
  );
}

/** What each measure counts before and after. */
export async function interactionOf(
  before: WeighedWorld,
  after: WeighedWorld,
  changed: ReadonlySet<string>,
  scale: Scale,
  context: SimulationContext,
): Promise<Interaction> {
  const one = await countedIn(before, scale, context);
  const two = await countedIn(after, scale, context);
  return {
    measures: [...new Set([...before.ids, ...after.ids])].sort().map((measure) => ({
      measure,
      changed: changed.has(measure),
      before: one.get(measure) ?? nothing,
      after: two.get(measure) ?? nothing,
    })),
    before: one.get('') ?? nothing,
    after: two.get('') ?? nothing,
  };
}
