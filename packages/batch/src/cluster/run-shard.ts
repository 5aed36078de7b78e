import {
  createClusterTables,
  dropClusterTables,
  dropPart,
  dropPartsBeyond,
  partsDone,
  recordPart,
} from './cluster-tables.ts';
import type { PartRecord } from './cluster-tables.ts';
import type { Part } from './parts.ts';
import type { Shard } from './shard.ts';

/** What tells a run from another. */
export type RunLabel = Pick<PartRecord, 'contentVersion' | 'date'>;

/** Makes the tables ready for a run in so many parts. Returns the other run whose results are there, if there is one. */
export async function prepareShard(
  shard: Shard,
  label: RunLabel,
  parts: number,
  replace: boolean,
): Promise<RunLabel | undefined> {
  await createClusterTables(shard);
  const other = (await partsDone(shard)).find(
    ({ contentVersion, date }) => contentVersion !== label.contentVersion || date !== label.date,
  );
  if (other !== undefined && !replace) return other;
  if (other !== undefined) {
    await dropClusterTables(shard);
    await createClusterTables(shard);
  }
  await dropPartsBeyond(shard, parts - 1);
  return undefined;
}

/** Runs the parts that are not done, in their order; `onDone` is told how many are. Throws a `ShardFailure`. */
export async function runParts(
  shard: Shard,
  parts: readonly Part[],
  label: RunLabel,
  signal: AbortSignal | undefined,
  onDone: (done: number) => void,
): Promise<void> {
  const done = new Map(
    (await partsDone(shard)).map(({ part, fingerprint }) => [part, fingerprint]),
  );
  for (const { number, statements, fingerprint } of parts) {
    if (done.get(number) !== fingerprint) {
      await dropPart(shard, number);
      for (const statement of statements) await shard.run(statement, signal);
      await recordPart(shard, { part: number, fingerprint, ...label });
    }
    onDone(number + 1);
  }
}
