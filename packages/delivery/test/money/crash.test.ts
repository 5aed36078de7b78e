import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killRounds } from '../../scripts/crash/kill-rounds.ts';

/** Few here; hundreds by `scripts/crash-test.ts`. */
const rounds = { rounds: 2, busy: 40 };
const patience = 600_000;

describe('a process that is killed while cases are applied for, reviewed and paid', () => {
  let folder = '';
  const server = process.env['LUODI_TEST_DATABASE_URL'];
  const schema = `luodi_crash_${randomBytes(6).toString('hex')}`;

  async function onServer(url: string, statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luodi-crash-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    if (server !== undefined) await onServer(server, `drop schema if exists ${schema} cascade`);
  });

  test(
    'has lost nothing that was answered and paid nothing twice, in a folder',
    async () => {
      const place = { kind: 'folder', path: join(folder, 'data') } as const;
      const survived = await killRounds(place, join(folder, 'answered'), rounds);
      expect(survived.damage).toEqual([]);
    },
    patience,
  );

  test.skipIf(server === undefined)(
    'has lost nothing that was answered and paid nothing twice, on a server (LUODI_TEST_DATABASE_URL)',
    async () => {
      await onServer(server ?? '', `create schema ${schema}`);
      const url = new URL(server ?? '');
      url.searchParams.set('options', `-c search_path=${schema}`);
      const place = { kind: 'server', path: url.href } as const;
      const survived = await killRounds(place, join(folder, 'answered-server'), rounds);
      expect(survived.damage).toEqual([]);
    },
    patience,
  );
});
