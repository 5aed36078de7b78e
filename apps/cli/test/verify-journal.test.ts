import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveContent, openDatabase } from '@luodi/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { luodi } from './command.ts';

let folder = '';

/** Works on the data as somebody with all rights could. */
async function change(...statements: readonly string[]): Promise<void> {
  const opened = await openDatabase({ kind: 'folder', path: folder });
  if (!opened.ok) throw new Error(opened.error.message.en);
  for (const statement of statements) await sql.raw(statement).execute(opened.value.queries);
  await opened.value.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-verify-'));
  const opened = await openDatabase({ kind: 'folder', path: folder });
  if (!opened.ok) throw new Error(opened.error.message.en);
  for (const version of ['aaaa', 'bbbb', 'cccc'])
    await archiveContent(
      opened.value.queries,
      { version, city: 'town', files: new Map() },
      { at: new Date('2026-03-01T01:00:00Z'), actor: 'test', reason: 'tried' },
    );
  await opened.value.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('luodi verify journal', () => {
  test('says that a journal is whole, with the hash of its last entry', async () => {
    const { code, stdout } = await luodi(['verify', 'journal', '--data', folder, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      entries: 3,
      lastHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('misses a hash that was never in it', async () => {
    const args = ['verify', 'journal', '--data', folder, '--head', 'a'.repeat(64)];
    expect(await luodi(args)).toMatchObject({
      code: 1,
      stdout: '从第 4 条起缺失：留存的摘要不在日志里\n',
    });
  });

  test('names the first altered entry', async () => {
    await change(
      'alter table journal disable trigger all',
      "update journal set reason = 'other' where sequence >= 2",
    );
    const args = ['verify', 'journal', '--data', folder, '--lang', 'en'];
    expect(await luodi(args)).toMatchObject({ code: 1, stdout: 'entry 2 was altered\n' });
  });

  for (const c of [
    { name: 'a folder without data', args: ['--data', tmpdir()], words: 'LUODI_DATA' },
    { name: 'a hash that is none', args: ['--head', 'xyz'], words: '/api/journal/heads' },
    {
      name: 'two places',
      args: ['--data', 'a', '--database', 'postgres://b'],
      words: 'not both',
    },
    {
      name: 'a server that does not answer',
      args: ['--database', 'postgres://u:secret@127.0.0.1:1/x'],
      words: 'postgres://u:…@127.0.0.1:1/x',
    },
  ])
    test(`${c.name} is an error of one line with a way out`, async () => {
      const { code, stdout, stderr } = await luodi([
        'verify',
        'journal',
        '--lang',
        'en',
        ...c.args,
      ]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(c.words)]);
    });
});
