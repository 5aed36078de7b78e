import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, test } from 'vitest';
import { openDatabase } from '../src/index.ts';
import type { Database } from '../src/index.ts';

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Runs a suite on the PostgreSQL server that the environment names, in a schema of its own; without one says so. */
export function onPostgres(
  name: string,
  suite: (name: string, open: () => Promise<Database>) => void,
): void {
  const server = process.env['LUODI_TEST_DATABASE_URL'];
  if (server === undefined) {
    test.skip(`${name}: set LUODI_TEST_DATABASE_URL to the URL of one to test on it too`, () => {});
    return;
  }
  const schema = `luodi_test_${randomBytes(6).toString('hex')}`;
  suite(name, async () => {
    await onServer(server, `create schema ${schema}`);
    const url = new URL(server);
    url.searchParams.set('options', `-c search_path=${schema}`);
    const database = await openDatabase({ kind: 'server', url: url.href });
    if (!database.ok) throw new Error(database.error.message.en);
    return database.value;
  });
  afterAll(() => onServer(server, `drop schema if exists ${schema} cascade`));
}
