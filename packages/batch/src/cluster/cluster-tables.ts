import { clickhouse } from '../dialect/index.ts';
import type { Shard } from './shard.ts';

/** What a run leaves on every shard. All are partitioned by part: a part that failed is dropped whole and run again. */
export const clusterTables = {
  /** Answers of money measures: those that are entitled, and those that lack a single fact. */
  result: 'luodi_result',
  /** Answers of all measures, counted and summed up. */
  tally: 'luodi_tally',
  /** What each entitled measure counts in the best lawful combination, where SQL decides it. */
  counted: 'luodi_counted',
  /** The parts that are done. */
  part: 'luodi_part',
} as const;

/** Answers of the rule in hand; made anew for each. */
export const answerTable = 'luodi_answer';

const columns: Readonly<Record<keyof typeof clusterTables, readonly [string, string]>> = {
  result: [
    'measure String, enterprise_id String, status String, kind String, lower_fen Int64, upper_fen Nullable(Int64), lacks String',
    'measure, enterprise_id',
  ],
  tally: [
    'measure String, status String, answers UInt64, lower_fen Int64, upper_fen Int64, unbounded UInt64',
    'measure, status',
  ],
  counted: [
    'measure String, enterprise_id String, lower_fen Int64, upper_fen Int64',
    'measure, enterprise_id',
  ],
  part: [
    'fingerprint String, content_version String, answer_date String, done_at DateTime',
    'part',
  ],
};

const kinds = ['result', 'tally', 'counted', 'part'] as const;

/** Creates the tables that are not there. */
export async function createClusterTables(shard: Shard): Promise<void> {
  for (const kind of kinds) {
    const [list, order] = columns[kind];
    await shard.run(
      `CREATE TABLE IF NOT EXISTS ${clusterTables[kind]} (part UInt32, ${list}) ENGINE = MergeTree() PARTITION BY part ORDER BY (${order})`,
    );
  }
}

/** Removes a run with all that it left. */
export async function dropClusterTables(shard: Shard): Promise<void> {
  for (const table of [...Object.values(clusterTables), answerTable])
    await shard.run(`DROP TABLE IF EXISTS ${table}`);
}

/** Drops what there is of a part; its record goes first, so that a part with a record is always whole. */
export async function dropPart(shard: Shard, part: number): Promise<void> {
  const { part: record, ...others } = clusterTables;
  for (const table of [record, ...Object.values(others)])
    await shard.run(`ALTER TABLE ${table} DROP PARTITION ${part}`);
}

/** Drops parts beyond the last one, which a run in more parts left. */
export async function dropPartsBeyond(shard: Shard, last: number): Promise<void> {
  const names = Object.values(clusterTables).map((table) => clickhouse.text(table));
  const rows = await shard.rows(
    `SELECT DISTINCT partition FROM system.parts WHERE active AND database = currentDatabase() AND table IN (${names.join(', ')})`,
  );
  for (const [partition] of rows)
    if (Number(partition) > last) await dropPart(shard, Number(partition));
}

/** A part that a shard has done. */
export interface PartRecord {
  readonly part: number;
  readonly fingerprint: string;
  readonly contentVersion: string;
  readonly date: string;
}

export async function partsDone(shard: Shard): Promise<readonly PartRecord[]> {
  const rows = await shard.rows(
    `SELECT part, fingerprint, content_version, answer_date FROM ${clusterTables.part}`,
  );
  return rows.map(([part, fingerprint, contentVersion, date]) => ({
    part: Number(part),
    fingerprint: fingerprint ?? '',
    contentVersion: contentVersion ?? '',
    date: date ?? '',
  }));
}

export async function recordPart(shard: Shard, record: PartRecord): Promise<void> {
  const { part, fingerprint, contentVersion, date } = record;
  const texts = [fingerprint, contentVersion, date].map((text) => clickhouse.text(text));
  await shard.run(
    `INSERT INTO ${clusterTables.part} SELECT toUInt32(${part}), ${texts.join(', ')}, now()`,
  );
}
