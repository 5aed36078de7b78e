import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const program = fileURLToPath(new URL('write-until-full.ts', import.meta.url));
/** Gives a process its own view of what is mounted; part of every Linux. */
const unshare = 'unshare';
/** A small disk that is there for one process and its children only. */
const onSmallDisk = ['--mount', 'sh', '-c', 'mount -t tmpfs -o size=96m tmpfs "$0" && exec "$@"'];

function canMount(): boolean {
  try {
    execFileSync(unshare, [...onSmallDisk, tmpdir(), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-full-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!canMount())(
  'a disk that is full refuses what is to be written, loses nothing that was answered, and goes on when there is room (needs the right to mount)',
  async () => {
    const run = promisify(execFile);
    const node = [process.execPath, '--import', 'tsx', program, folder];
    const { stdout } = await run(unshare, [...onSmallDisk, folder, ...node]);
    const seen = z.looseObject({ answered: z.number() }).parse(JSON.parse(stdout));
    expect(seen.answered).toBeGreaterThan(0);
    expect(seen).toMatchObject({
      refused: 'storage_full',
      answers: true,
      onFull: 'folder_full',
      after: true,
      lost: [],
      journal: 'whole',
    });
  },
);
