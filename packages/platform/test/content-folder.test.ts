import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContentFolder } from '../src/content-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-folder-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

test('the rule files come with their paths inside the folder, in the order of the paths', async () => {
  await write({
    'vocabulary/b.yaml': '事实: {}',
    'vocabulary/a.yaml': '实体: {}',
    'documents/2019/second.policy.md': '二',
    'documents/first.policy.md': '一',
  });
  expect([...(await readContentFolder(folder))]).toEqual([
    ['documents/2019/second.policy.md', '二'],
    ['documents/first.policy.md', '一'],
    ['vocabulary/a.yaml', '实体: {}'],
    ['vocabulary/b.yaml', '事实: {}'],
  ]);
});

test('what is not a rule file is left out', async () => {
  await write({
    'README.md': 'about',
    'documents/notes.md': 'notes',
    'documents/x.policy.md.orig': 'left by an editor',
    'calendar/2026.yaml': '节假日: []',
    'vocabulary/facts.json': '{}',
    'vocabulary/facts.yml': '{}',
  });
  expect([...(await readContentFolder(folder)).keys()]).toEqual([]);
});

test('a decomposed file name is composed, so that the same content has one version on every system', async () => {
  const decomposed = 'e\u0301tude';
  await write({ [`documents/${decomposed}.policy.md`]: '一' });
  expect([...(await readContentFolder(folder)).keys()]).toEqual(['documents/\u00e9tude.policy.md']);
});

test('a folder that does not exist is the error of the file system', async () => {
  await expect(readContentFolder(join(folder, 'absent'))).rejects.toMatchObject({ code: 'ENOENT' });
});
