import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import type { PopulationTables } from '../compile/index.ts';
import { clickhouse } from '../dialect/index.ts';
import { enterpriseId, enterpriseTable } from '../population/columns.ts';
import { possibleTables, tableMeaning } from '../population/read/column-meaning.ts';
import { tablesSpokenOf } from '../population/read/spoken-of.ts';
import type { RunFault } from '../run/run-fault.ts';
import type { Shard } from './shard.ts';

function plainType(type: string): string {
  return type.replace(/^LowCardinality\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');
}

function faultyType(shard: Shard, column: string, found: string, wanted: string): RunFault {
  return {
    code: 'faulty_population',
    place: `${shard.name} ${column}`,
    message: { zh: `列的类型是 ${found}`, en: `the column is of type ${found}` },
    hint: {
      zh: `应为 ${wanted} 或 Nullable(${wanted})；日期列写 1970-01-01 起的天数`,
      en: `expected ${wanted} or Nullable(${wanted}); dates are days since 1970-01-01`,
    },
  };
}

function noTable(shard: Shard, table: string): RunFault {
  return {
    code: 'faulty_population',
    place: `${shard.name} ${table}`,
    message: {
      zh: '企业表说这里的各项已列全，却没有这张表',
      en: 'the table of enterprises says that these are all listed, but there is no such table',
    },
    hint: { zh: '请建这张表；一项也没有就建空表', en: 'create it; empty if there are none' },
  };
}

/** The tables and columns that the shard's database has of a population. */
async function shardPopulation(
  shard: Shard,
  vocabulary: Vocabulary,
): Promise<Result<PopulationTables, RunFault>> {
  const possible = new Set(possibleTables(vocabulary));
  const tables = new Map<string, Set<string>>();
  const rows = await shard.rows(
    'SELECT table, name, type FROM system.columns WHERE database = currentDatabase()',
  );
  for (const [table, name, type] of rows) {
    if (table === null || table === undefined || !possible.has(table)) continue;
    const meaning = tableMeaning(table, vocabulary)?.of(name ?? '');
    if (name === null || name === undefined || meaning === undefined) continue;
    const found = plainType(type ?? '');
    const wanted = plainType(clickhouse.columnType(meaning.kind));
    if (found.replaceAll(' ', '') !== wanted.replaceAll(' ', ''))
      return fail(faultyType(shard, `${table}.${name}`, found, wanted));
    tables.set(table, (tables.get(table) ?? new Set<string>()).add(name));
  }
  const [missing] = tablesSpokenOf(tables, vocabulary).keys();
  if (missing !== undefined) return fail(noTable(shard, missing));
  if (tables.get(enterpriseTable)?.has(enterpriseId) === true) return ok(tables);
  return fail({
    code: 'not_a_population',
    place: shard.name,
    message: { zh: '没有企业表', en: 'there is no table of enterprises' },
    hint: {
      zh: `请建表 ${enterpriseTable}，列为 ${enterpriseId} 和各事实`,
      en: `create the table ${enterpriseTable} with ${enterpriseId} and a column for each fact`,
    },
  });
}

function columnsOf(tables: PopulationTables): ReadonlySet<string> {
  return new Set(
    [...tables].flatMap(([table, columns]) => [...columns].map((name) => `${table}.${name}`)),
  );
}

/** The population of the whole cluster: every shard must have the same tables and columns. */
export async function clusterPopulation(
  shards: readonly Shard[],
  vocabulary: Vocabulary,
): Promise<Result<PopulationTables, RunFault>> {
  let first: PopulationTables | undefined;
  for (const shard of shards) {
    const found = await shardPopulation(shard, vocabulary);
    if (!found.ok) return found;
    first ??= found.value;
    const [all, own] = [columnsOf(first), columnsOf(found.value)];
    const odd =
      [...all].find((column) => !own.has(column)) ?? [...own].find((column) => !all.has(column));
    if (odd !== undefined)
      return fail({
        code: 'faulty_population',
        place: `${shard.name} ${odd}`,
        message: {
          zh: '各分片的表不一样：这一列有的分片有，有的没有',
          en: 'the shards differ: some have this column, some do not',
        },
        hint: { zh: '请在每个分片上建同样的表', en: 'create the same tables on every shard' },
      });
  }
  return ok(first ?? new Map());
}
