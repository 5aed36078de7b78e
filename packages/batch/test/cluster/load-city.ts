import { Readable } from 'node:stream';
import { createClient } from '@clickhouse/client';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Vocabulary } from '@luodi/language';
import { clickhouse } from '../../src/dialect/index.ts';
import { doubleQuoted } from '../../src/dialect/quoting.ts';
import type { ColumnKind } from '../../src/population/columns.ts';
import { describePopulation } from '../../src/population/index.ts';
import { tableMeaning } from '../../src/population/read/column-meaning.ts';
import type { ClickHouseCluster } from '../support/clickhouse-cluster.ts';

/** A cell as ClickHouse's tab-separated text has it. */
function cellSql(column: string, kind: ColumnKind): string {
  const name = doubleQuoted(column);
  const text: Readonly<Record<ColumnKind, string>> = {
    truth: `${name}::INTEGER::VARCHAR`,
    whole: `${name}::VARCHAR`,
    decimal: `${name}::VARCHAR`,
    date: `(${name} - DATE '1970-01-01')::VARCHAR`,
    text: `replace(replace(${name}, '\\', '\\\\'), chr(9), '\\t')`,
  };
  return `coalesce(${text[kind]}, '\\N')`;
}

/** Copies the tables of a city to the shards, the rows of one enterprise to one shard. */
export async function loadCity(
  connection: DuckDBConnection,
  vocabulary: Vocabulary,
  { addresses }: ClickHouseCluster,
): Promise<void> {
  const { tables } = await describePopulation(connection, vocabulary);
  for (const [shard, { url }] of addresses.entries()) {
    const client = createClient({ url });
    for (const [table, columns] of tables) {
      const meaning = tableMeaning(table, vocabulary);
      const kinds = [...columns].map((name): [string, ColumnKind] => [
        name,
        meaning?.of(name)?.kind ?? 'text',
      ]);
      const list = kinds.map(
        ([name, kind]) => `${clickhouse.identifier(name)} ${clickhouse.columnType(kind)}`,
      );
      await client.command({
        query: `CREATE TABLE ${clickhouse.identifier(table)} (${list.join(', ')}) ENGINE = MergeTree() ORDER BY tuple()`,
      });
      const cells = kinds.map(([name, kind]) => cellSql(name, kind)).join(` || chr(9) || `);
      const rows = await connection.runAndReadAll(
        `SELECT ${cells} FROM ${doubleQuoted(table)} WHERE hash(enterprise_id) % ${addresses.length} = ${shard}`,
      );
      const lines = rows.getRows().map(([line]) => `${String(line)}\n`);
      if (lines.length > 0)
        await client.insert({
          table: clickhouse.identifier(table),
          values: Readable.from(lines, { objectMode: false }),
          format: 'TabSeparated',
        });
    }
    await client.close();
  }
}
