import { readFileSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';

/** Held while a process uses a data folder: two engines on one folder destroy it. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Who holds the folder. */
export interface LockHolder {
  readonly pid: number;
}

const lockName = 'luodi.lock';
/** A number in field 22 of /proc/<pid>/stat tells a process from a later one with the same pid. */
const startTimeField = 22;

/** Something that differs between two processes with one pid, where the system tells; else ''. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields 1 and 2 end with the last parenthesis; the name in it may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[startTimeField - 3] ?? '';
  } catch {
    return '';
  }
}

function lives(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return startOf(pid) === start;
}

async function write(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(`${process.pid} ${startOf(process.pid)}\n`);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock of a folder; fails with its holder when a living process has it. A lock left by a process that is gone is
 * taken over. Rejects when the folder cannot be written.
 */
export async function lockFolder(folder: string): Promise<Result<FolderLock, LockHolder>> {
  const path = join(folder, lockName);
  const lock: FolderLock = { release: () => rm(path, { force: true }) };
  if (await write(path)) return ok(lock);
  const [pidText = '', start = ''] = (await readFile(path, 'utf8')).trim().split(' ');
  const pid = Number(pidText);
  if (Number.isInteger(pid) && pid > 0 && lives(pid, start)) return fail({ pid });
  await rm(path, { force: true });
  return (await write(path)) ? ok(lock) : fail({ pid });
}
