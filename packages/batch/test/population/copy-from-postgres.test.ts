import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFromPostgres, forgetCopy, statedApplicant } from '../../src/population/index.ts';
import { postgresMissing, startPostgresServer } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { hangzhou, withFolder } from './support/synthetic-city.ts';

const { vocabulary } = await hangzhou();
const schema = `copied_${process.pid}`;
const missing = postgresMissing();

describe.skipIf(missing !== undefined)('the tables of a PostgreSQL database', () => {
  let server: PostgresServer;
  let url = '';

  async function onServer(...statements: readonly string[]): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  beforeAll(async () => {
    server = await startPostgresServer();
    const address = new URL(server.url);
    address.searchParams.set('options', `-c search_path=${schema}`);
    url = address.href;
    await onServer(
      `create schema ${schema}`,
      `create table enterprise (enterprise_id text, high_tech_enterprise boolean, annual_rd_expenditure_2025 bigint, district text, remark text)`,
      `insert into enterprise values ('甲', true, 300000000, '西湖', 'x'), ('乙', null, null, '说“a, b”', 'y')`,
      `insert into enterprise select 'n' || n, n % 2 = 0, n, '余杭', '' from generate_series(1, 12000) n`,
    );
  });

  afterAll(async () => {
    await onServer(`drop schema ${schema} cascade`);
    await server.stop();
  });

  test('are copied row by row; what nobody reads stays where it is, and null is not known', async () => {
    await withFolder(async (folder) => {
      let rows = 0;
      const onRows = (count: number): void => {
        rows += count;
      };
      expect(await copyFromPostgres(url, join(folder, 'p'), vocabulary, { onRows })).toMatchObject({
        ok: true,
      });
      expect(rows).toBe(12_002);
      expect((await readdir(join(folder, 'p'))).sort()).toEqual(['copied', 'enterprise.csv']);
      const stated = await statedApplicant(join(folder, 'p'), '甲', vocabulary);
      expect(stated).toMatchObject({
        value: { 高新技术企业: true, 年度研发投入: { 2025: expect.anything() } },
      });
      expect(await statedApplicant(join(folder, 'p'), '乙', vocabulary)).toMatchObject({
        ok: true,
      });
      const text = await readFile(join(folder, 'p/enterprise.csv'), 'utf8');
      expect(text).not.toContain('remark');
      expect(text.trimEnd().split('\n')).toHaveLength(12_003);
    });
  });

  test('copied once they stay as they are: a run goes on with the same rows', async () => {
    await withFolder(async (folder) => {
      await copyFromPostgres(url, join(folder, 'p'), vocabulary);
      await onServer(`insert into enterprise values ('丙')`);
      await copyFromPostgres(url, join(folder, 'p'), vocabulary);
      const text = await readFile(join(folder, 'p/enterprise.csv'), 'utf8');
      expect(text).not.toContain('丙');
    });
  });

  test('a database without enterprises is told, and read again once it has them', async () => {
    const elsewhere = new URL(server.url);
    elsewhere.searchParams.set('options', '-c search_path=nowhere');
    await withFolder(async (folder) => {
      const answer = await copyFromPostgres(elsewhere.href, join(folder, 'p'), vocabulary);
      expect(answer).toMatchObject({
        error: [
          { code: 'not_a_population', message: { zh: expect.stringContaining('enterprise') } },
        ],
      });
      expect(await copyFromPostgres(url, join(folder, 'p'), vocabulary)).toMatchObject({
        ok: true,
      });
    });
  });

  test('a copy that is of no use is read again', async () => {
    await withFolder(async (folder) => {
      await copyFromPostgres(url, join(folder, 'p'), vocabulary);
      await onServer(`insert into enterprise values ('丁')`);
      await forgetCopy(join(folder, 'p'));
      await copyFromPostgres(url, join(folder, 'p'), vocabulary);
      expect(await readFile(join(folder, 'p/enterprise.csv'), 'utf8')).toContain('丁');
    });
  });

  test('a wrong password is told in the words of the server', async () => {
    const wrong = new URL(server.url);
    wrong.password = 'another';
    await withFolder(async (folder) => {
      expect(await copyFromPostgres(wrong.href, join(folder, 'p'), vocabulary)).toMatchObject({
        error: [{ message: { zh: expect.stringContaining('password authentication failed') } }],
      });
    });
  });

  test('a copy that was stopped is no population', async () => {
    await withFolder(async (folder) => {
      const signal = AbortSignal.abort();
      expect(await copyFromPostgres(url, join(folder, 'p'), vocabulary, { signal })).toMatchObject({
        error: [{ code: 'cancelled' }],
      });
      expect(await statedApplicant(join(folder, 'p'), '甲', vocabulary)).toMatchObject({
        error: [{ code: 'not_a_population' }],
      });
    });
  });
});

test('a database that cannot be reached is told with its reason', async () => {
  await withFolder(async (folder) => {
    const answer = await copyFromPostgres('postgres://127.0.0.1:1/none', folder, vocabulary);
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'not_a_population' }] });
  });
});
