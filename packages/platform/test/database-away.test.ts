import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { ok } from '@luodi/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { doorTo } from '../../../test/database-door.ts';
import type { DatabaseDoor } from '../../../test/database-door.ts';
import {
  isDatabaseAway,
  openDatabase,
  readAs,
  runCommand,
  systemActor,
  verifyJournal,
} from '../src/index.ts';
import type { Database, Schema } from '../src/index.ts';

const server = process.env['LUODI_TEST_DATABASE_URL'];
const actor = systemActor('test');
const outcomeSchema = z.object({ id: z.string() });
const schema = `luodi_away_${randomBytes(6).toString('hex')}`;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function connectionOf(transaction: Transaction<Schema>): Promise<number | undefined> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
  return rows[0]?.pid;
}

type Meanwhile = (transaction: Transaction<Schema>) => Promise<unknown>;

describe.skipIf(server === undefined)('a PostgreSQL server that goes away', () => {
  let door: DatabaseDoor;
  let database: Database;

  /** Enters an organisation; `meanwhile` happens between the change and the commit. */
  function enter(id: string, meanwhile: Meanwhile = async () => {}) {
    const request = { key: `enter ${id}`, name: 'enter', actor, input: { id }, at: new Date(0) };
    return runCommand(
      database.queries,
      request,
      async (transaction) => {
        const row = { id, kind: 'enterprise' as const, name: id, name_en: id };
        await transaction.insertInto('organisation').values(row).execute();
        await meanwhile(transaction);
        const entry = { action: 'entered', subject: id, reason: '', detail: {} };
        return ok({ outcome: { id }, entry });
      },
      (data) => outcomeSchema.parse(data),
    );
  }

  /** What became of it: nothing, or the error. */
  async function errorOf(work: Promise<unknown>): Promise<unknown> {
    try {
      await work;
      return undefined;
    } catch (error) {
      return error;
    }
  }

  const entered = (id: string) =>
    readAs(database.queries, actor, async (transaction) => {
      const rows = transaction.selectFrom('organisation').select('id').where('id', '=', id);
      return (await rows.execute()).length;
    });

  beforeAll(async () => {
    await onServer(`create schema ${schema}`);
    door = await doorTo(server ?? '');
    const url = new URL(door.url);
    url.searchParams.set('options', `-c search_path=${schema}`);
    const opened = await openDatabase({ kind: 'server', url: url.href });
    if (!opened.ok) throw new Error(opened.error.message.en);
    database = opened.value;
  });
  afterAll(async () => {
    await database.close();
    await door.shut();
    await onServer(`drop schema ${schema} cascade`);
  });

  for (const c of [
    {
      name: 'while a statement runs',
      cut: async (transaction: Transaction<Schema>) => {
        const pid = await connectionOf(transaction);
        const sleeping = sql`select pg_sleep(60)`.execute(transaction);
        await Promise.all([sleeping, onServer(`select pg_terminate_backend(${pid})`)]);
      },
    },
    {
      name: 'while the program thinks',
      cut: async (transaction: Transaction<Schema>) => {
        await onServer(`select pg_terminate_backend(${await connectionOf(transaction)})`);
        await setTimeout(100);
      },
    },
    {
      name: 'with all its connections',
      cut: async () => {
        await door.shut();
        await setTimeout(100);
        await door.open();
      },
    },
  ])
    test(`cuts a command off ${c.name}: nothing is done, and asked again it is done once`, async () => {
      const id = `e: ${c.name}`;
      const error = await errorOf(enter(id, c.cut));
      expect(error).toSatisfy(isDatabaseAway);
      expect(await entered(id)).toBe(0);
      expect(await enter(id)).toEqual(ok({ id }));
      expect(await enter(id)).toEqual(ok({ id }));
      expect(await entered(id)).toBe(1);
    });

  test('after it took the commit and before it answers: asked again it answers what was done', async () => {
    const id = 'e: answered';
    door.cutAfter('commit');
    expect(await errorOf(enter(id))).toSatisfy(isDatabaseAway);
    expect(await entered(id)).toBe(1);
    expect(await enter(id)).toEqual(ok({ id }));
    expect(await entered(id)).toBe(1);
  });

  test('is said to be away until it is back, and nobody starts the program anew', async () => {
    await door.shut();
    expect(await database.answers()).toBe(false);
    expect(await errorOf(enter('e: late'))).toSatisfy(isDatabaseAway);
    await door.open();
    expect(await database.answers()).toBe(true);
    expect(await enter('e: late')).toEqual(ok({ id: 'e: late' }));
  });

  test('leaves the journal whole, with one entry for each command that was answered', async () => {
    expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 5 });
  });

  test('is told from what the database refuses for good', async () => {
    const refused = await errorOf(sql`select 1 / 0`.execute(database.queries));
    expect(refused).toBeInstanceOf(Error);
    expect(isDatabaseAway(refused)).toBe(false);
  });
});
