import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresProgramsMissing, startNewPostgresServer } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';

const missing = postgresProgramsMissing();

if (missing !== undefined) test.skip(`PostgreSQL server: ${missing}`, () => {});
else
  describe('a PostgreSQL server for tests', () => {
    let server: PostgresServer;

    beforeAll(async () => {
      server = await startNewPostgresServer();
    });
    afterAll(() => server.stop());

    test('it multiplies beyond 64 bits without loss', async () => {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      const { rows } = await client.query<{ x: string }>(
        'SELECT (9223372036854775807::numeric * 9223372036854775807::numeric)::text AS x',
      );
      await client.end();
      expect(rows).toEqual([{ x: '85070591730234615847396907784232501249' }]);
    });

    test('it refuses who has not the password', async () => {
      const url = new URL(server.url);
      url.password = 'another';
      const client = new pg.Client({ connectionString: url.href });
      await expect(client.connect()).rejects.toThrow('password authentication failed');
    });
  });
