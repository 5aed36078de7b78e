import { randomBytes } from 'node:crypto';
import { openDatabase } from '@luodi/platform';
import type { Database, StoragePlace } from '@luodi/platform';
import pg from 'pg';
import { afterAll, beforeAll, describe, test } from 'vitest';

async function opened(place: StoragePlace): Promise<Database> {
  const database = await openDatabase(place);
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

interface Suite {
  /** The database of this run; empty when the first test begins. */
  readonly database: () => Database;
}

function describeOn(
  name: string,
  open: () => Promise<Database>,
  suite: (given: Suite) => void,
  close: () => Promise<void>,
): void {
  describe(name, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(async () => {
      await database?.close();
      await close();
    });
    suite({
      database: () => {
        if (database === undefined) throw new Error('the database is opened before the first test');
        return database;
      },
    });
  });
}

/** Runs a suite on the embedded database and, where one is named, on a PostgreSQL server (in a schema of its own). */
export function onEveryDatabase(name: string, suite: (given: Suite) => void): void {
  describeOn(
    `${name}, embedded database`,
    () => opened({ kind: 'memory' }),
    suite,
    () => Promise.resolve(),
  );
  const server = process.env['LUODI_TEST_DATABASE_URL'];
  if (server === undefined) {
    test.skip(`${name}, PostgreSQL server: LUODI_TEST_DATABASE_URL names none`, () => {});
    return;
  }
  const schema = `luodi_test_${randomBytes(6).toString('hex')}`;
  describeOn(
    `${name}, PostgreSQL server`,
    async () => {
      await onServer(server, `create schema ${schema}`);
      const url = new URL(server);
      url.searchParams.set('options', `-c search_path=${schema}`);
      return opened({ kind: 'server', url: url.href });
    },
    suite,
    () => onServer(server, `drop schema if exists ${schema} cascade`),
  );
}
