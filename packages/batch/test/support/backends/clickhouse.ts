import { createClient } from '@clickhouse/client';
import { clickhouse, clickhouseSettings } from '../../../src/dialect/index.ts';
import { clickHouseMissing, startClickHouseCluster } from '../clickhouse-cluster.ts';
import type { BackendSource } from './backend.ts';
import { exactRows } from './exact-rows.ts';

/** The ClickHouse server of Debian, 18.16: one shard. */
export const clickhouseSource: BackendSource = {
  name: 'ClickHouse 18.16',
  missing: clickHouseMissing(),
  async open() {
    const cluster = await startClickHouseCluster(1);
    const client = createClient({ url: cluster.addresses[0]?.url ?? '' });
    const answer = await client.query({
      query: 'SELECT version() AS version',
      format: 'JSONEachRow',
    });
    const [row] = await answer.json<{ readonly version: string }>();
    const settings = clickhouseSettings(row?.version ?? '');
    return {
      dialect: clickhouse,
      run: async (sql) => {
        await client.command({ query: sql, clickhouse_settings: { ...settings } });
      },
      query: async (sql) => {
        const result = await client.query({
          query: sql,
          format: 'JSONEachRow',
          clickhouse_settings: { ...settings },
        });
        return exactRows(await result.text());
      },
      close: async () => {
        await client.close();
        await cluster.stop();
      },
    };
  },
};
