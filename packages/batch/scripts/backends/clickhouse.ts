import { createReadStream } from 'node:fs';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { ClickHouseClient } from '@clickhouse/client';
import { clickhouse } from '../../src/dialect/index.ts';
import { clickhouseSettings } from '../../src/dialect/clickhouse-settings.ts';
import { doubleQuoted } from '../../src/dialect/quoting.ts';
import type { ColumnKind } from '../../src/population/columns.ts';
import {
  clickHouseMissing,
  startClickHouseCluster,
} from '../../test/support/clickhouse-cluster.ts';
import type { CityTables } from './city-tables.ts';
import type { MeasuredBackend } from './measured-backend.ts';
import { processorSeconds } from './processor-seconds.ts';

/** Truths and dates are numbers there. */
function cellSql(column: string, kind: ColumnKind): string {
  const name = doubleQuoted(column);
  if (kind === 'truth') return `${name}::INTEGER`;
  return kind === 'date' ? `${name} - DATE '1970-01-01'` : name;
}

async function loadTables(client: ClickHouseClient, city: CityTables): Promise<void> {
  for (const table of city.tables) {
    const name = clickhouse.identifier(table.name);
    const list = table.columns.map(
      ([column, kind]) => `${clickhouse.identifier(column)} ${clickhouse.columnType(kind)}`,
    );
    await client.command({
      query: `CREATE TABLE ${name} (${list.join(', ')}) ENGINE = MergeTree() ORDER BY tuple()`,
    });
    const file = await city.csv(table, cellSql);
    await client.insert({
      table: name,
      values: createReadStream(file),
      format: 'CSV',
    });
  }
}

/** One `clickhouse-server` of this machine, started for the purpose. */
export const clickhouseBackend: MeasuredBackend = {
  name: 'ClickHouse',
  dialect: clickhouse,
  missing: clickHouseMissing(),
  async load(city) {
    const cluster = await startClickHouseCluster(1);
    const [address] = cluster.addresses;
    const client = createClient({
      url: address?.url ?? '',
      request_timeout: 600_000,
      log: { level: ClickHouseLogLevel.ERROR },
    });
    await loadTables(client, city);
    const version = await client.query({ query: 'SELECT version() AS v', format: 'JSONEachRow' });
    const [row] = await version.json<{ readonly v: string }>();
    const settings = { ...clickhouseSettings(row?.v ?? '') };
    const rows = async (sql: string) => {
      const answer = await client.query({
        query: sql,
        format: 'JSONEachRow',
        clickhouse_settings: settings,
      });
      return await answer.json<Readonly<Record<string, unknown>>>();
    };
    return {
      rows,
      processorSeconds: () => processorSeconds(cluster.processes()),
      async close() {
        await client.close();
        await cluster.stop();
      },
    };
  },
};
