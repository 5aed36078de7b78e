import { execFile } from 'node:child_process';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '3.4.0';

/** Today's ClickHouse engine inside this process. It allows one at a time. */
export interface Chdb {
  /** Runs one statement; gives what it yields in the format, by default one JSON object a line. Throws with the engine's words. */
  query(sql: string, format?: string): string;
  /** Ends the engine and removes its data. */
  close(): void;
}

export type ChdbOrReason =
  | { readonly kind: 'ready'; readonly chdb: Chdb }
  | { readonly kind: 'missing'; readonly reason: string };

interface Session {
  query(sql: string, format: string): string;
  cleanup(): void;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The folder that has the package: half a gigabyte, so it is kept beside other temporary files and used again. */
async function installed(): Promise<string> {
  const folder = join(tmpdir(), `luodi-chdb-${version}`);
  if (await exists(join(folder, 'node_modules', 'chdb', 'index.js'))) return folder;
  // Installed beside its place and moved there whole: a run that is cut short leaves nothing half installed.
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    const words = 'install --ignore-scripts --no-save --no-package-lock --no-audit --no-fund';
    await run('npm', [...words.split(' '), `--prefix=${partial}`, `chdb@${version}`], {
      cwd: partial,
      timeout: 600_000,
    });
    await rename(partial, folder).catch(async (error: unknown) => {
      // Another process was faster.
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Opens the engine with data of its own, installing the package at first use: that takes from seconds to minutes. */
export async function openChdb(): Promise<ChdbOrReason> {
  try {
    const load = createRequire(join(await installed(), 'node_modules', 'chdb', 'package.json'));
    const { Session } = load('./index.js') as { readonly Session: new () => Session };
    const session = new Session();
    return {
      kind: 'ready',
      chdb: {
        query: (sql, format = 'JSONEachRow') => session.query(sql, format),
        close: () => session.cleanup(),
      },
    };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return {
      kind: 'missing',
      reason: `chdb ${version} cannot be installed or loaded here: ${words.slice(0, 300)}`,
    };
  }
}
