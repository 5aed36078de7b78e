import { createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickHouseMissing, startClickHouseCluster } from './clickhouse-cluster.ts';
import type { ClickHouseCluster } from './clickhouse-cluster.ts';

const missing = clickHouseMissing();

async function rows(url: string, query: string): Promise<unknown> {
  // The client's own log would print the errors that are expected here.
  const client = createClient({ url, log: { level: 127 } });
  try {
    const result = await client.query({ query, format: 'JSONEachRow' });
    return await result.json();
  } finally {
    await client.close();
  }
}

async function run(url: string, query: string): Promise<void> {
  const client = createClient({ url, log: { level: 127 } });
  try {
    await client.command({ query });
  } finally {
    await client.close();
  }
}

if (missing !== undefined) test.skip(`ClickHouse cluster: ${missing}`, () => {});
else
  describe('a ClickHouse cluster of two shards', () => {
    let cluster: ClickHouseCluster;

    beforeAll(async () => {
      cluster = await startClickHouseCluster();
      for (const { url } of cluster.addresses)
        await run(url, 'CREATE TABLE part (id Int64) ENGINE = MergeTree() ORDER BY id');
      await run(
        cluster.addresses[0]!.url,
        `CREATE TABLE whole (id Int64) ENGINE = Distributed(${cluster.name}, default, part, id)`,
      );
      for (const [index, { url }] of cluster.addresses.entries())
        await run(url, `INSERT INTO part SELECT number * 2 + ${index} FROM numbers(10)`);
    });
    afterAll(() => cluster.stop());

    const everything = 'SELECT count() AS n, sum(id) AS total FROM whole';

    test('each server holds its own rows', async () => {
      for (const [index, { url }] of cluster.addresses.entries())
        expect(await rows(url, 'SELECT min(id) AS first, count() AS n FROM part')).toEqual([
          { first: String(index), n: '10' },
        ]);
    });

    test('a table over the cluster has the rows of both', async () => {
      const [first] = cluster.addresses;
      expect(await rows(first!.url, everything)).toEqual([{ n: '20', total: '190' }]);
    });

    test('without one shard its tables cannot be asked, and with it again all is there', async () => {
      const [first, second] = cluster.addresses;
      await cluster.killShard(1);
      await expect(rows(second!.url, 'SELECT 1 AS one')).rejects.toThrow('ECONNREFUSED');
      await expect(rows(first!.url, everything)).rejects.toThrow('All connection tries failed');
      expect(await rows(first!.url, 'SELECT count() AS n FROM part')).toEqual([{ n: '10' }]);
      await cluster.reviveShard(1);
      expect(await rows(first!.url, everything)).toEqual([{ n: '20', total: '190' }]);
    });

    test('a shard that dies while it computes breaks the query', async () => {
      const [, second] = cluster.addresses;
      const long = rows(second!.url, 'SELECT max(number) AS n FROM numbers(1000000000000)');
      const broken = expect(long).rejects.toThrow();
      let running: unknown = [];
      while (JSON.stringify(running) !== '[{"n":"2"}]')
        running = await rows(second!.url, 'SELECT count() AS n FROM system.processes');
      await cluster.killShard(1);
      await broken;
    });
  });
