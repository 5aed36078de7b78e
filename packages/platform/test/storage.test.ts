import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  archiveContent,
  findContent,
  openDatabase,
  storagePlace,
  verifyJournal,
} from '../src/index.ts';
import type { Database, StoragePlace } from '../src/index.ts';
import { onPostgres } from './postgres-schema.ts';
import { storageSuite } from './storage-suite.ts';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-storage-'));
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function opened(place: StoragePlace): Promise<Database> {
  const database = await openDatabase(place);
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
}

storageSuite('embedded database', () => opened({ kind: 'memory' }));

onPostgres('PostgreSQL server', storageSuite);

describe('a data folder', () => {
  test('keeps what was written, and is one process’s at a time', async () => {
    const path = await newFolder();
    const kept = { version: 'abcd1234', city: 'demo', files: new Map([['a', '一']]) };
    const first = await opened({ kind: 'folder', path });
    await archiveContent(first.queries, kept, { at: new Date(), actor: 'a', reason: 'r' });
    expect(await openDatabase({ kind: 'folder', path })).toMatchObject({
      ok: false,
      error: { code: 'folder_locked', place: path, cause: `pid ${process.pid}` },
    });
    await first.close();
    const second = await opened({ kind: 'folder', path });
    expect(await findContent(second.queries, 'abcd1234')).toEqual([kept]);
    expect(await verifyJournal(second.queries)).toMatchObject({ kind: 'whole', entries: 1 });
    await second.close();
  });

  test('whose lock was left by a process that is gone is opened', async () => {
    const path = await newFolder();
    await writeFile(join(path, 'luodi.lock'), '4194304999 1\n');
    const database = await opened({ kind: 'folder', path });
    expect(await database.answers()).toBe(true);
    await database.close();
    expect(await database.answers()).toBe(false);
  });

  test('that is damaged is a fault with the place and a way out, and is left unlocked', async () => {
    const path = await newFolder();
    await mkdir(join(path, 'postgres'));
    await writeFile(join(path, 'postgres/PG_VERSION'), '3');
    const database = await openDatabase({ kind: 'folder', path });
    expect(database).toMatchObject({ ok: false, error: { code: 'folder_damaged', place: path } });
    expect(await openDatabase({ kind: 'folder', path })).toMatchObject({
      error: { code: 'folder_damaged' },
    });
  });

  test('that cannot be made is a fault', async () => {
    const path = join(await newFolder(), 'file');
    await writeFile(path, '');
    expect(await openDatabase({ kind: 'folder', path })).toMatchObject({
      ok: false,
      error: { code: 'folder_not_writable', place: path },
    });
  });
});

test('a server that does not answer is a fault that does not show the password', async () => {
  const database = await openDatabase({ kind: 'server', url: 'postgres://u:secret@127.0.0.1:1/x' });
  expect(database).toMatchObject({
    ok: false,
    error: { code: 'server_unreachable', place: 'postgres://u:…@127.0.0.1:1/x' },
  });
  expect(JSON.stringify(database)).not.toContain('secret');
});

for (const c of [
  {
    name: 'nothing set: the usual folder',
    environment: {},
    place: { kind: 'folder', path: '/usual' },
  },
  {
    name: 'a folder',
    environment: { LUODI_DATA: '/other' },
    place: { kind: 'folder', path: '/other' },
  },
  {
    name: 'a server comes before a folder',
    environment: { DATABASE_URL: 'postgres://h/d', LUODI_DATA: '/other' },
    place: { kind: 'server', url: 'postgres://h/d' },
  },
  {
    name: 'empty is not set',
    environment: { DATABASE_URL: '', LUODI_DATA: '' },
    place: { kind: 'folder', path: '/usual' },
  },
])
  test(`where data are kept — ${c.name}`, () => {
    expect(storagePlace(c.environment, '/usual')).toEqual(c.place);
  });
