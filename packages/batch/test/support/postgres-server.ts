import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findExecutable } from './executable.ts';
import { freePorts } from './free-ports.ts';

const run = promisify(execFile);

/** The account of Debian's package; PostgreSQL refuses to run as root. */
const unprivileged = 'postgres';
const databaseUser = 'luodi';

export interface PostgresServer {
  /** A URL with user, password and database. */
  readonly url: string;
  /** Ends the server and removes its data; a server that the environment names is left as it is. */
  stop(): Promise<void>;
}

function programFolders(): readonly string[] {
  try {
    return readdirSync('/usr/lib/postgresql')
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => `/usr/lib/postgresql/${version}/bin`);
  } catch {
    return [];
  }
}

function programs(): { readonly initdb: string; readonly pgCtl: string } | undefined {
  const initdb = findExecutable('initdb', programFolders());
  const pgCtl = findExecutable('pg_ctl', programFolders());
  return initdb === undefined || pgCtl === undefined ? undefined : { initdb, pgCtl };
}

const isRoot = (): boolean => process.getuid?.() === 0;

function accountNumbers(): { readonly user: number; readonly group: number } | undefined {
  try {
    const number = (flag: string) =>
      Number(execFileSync('id', [flag, unprivileged], { encoding: 'utf8', stdio: 'pipe' }));
    return { user: number('-u'), group: number('-g') };
  } catch {
    return undefined;
  }
}

/** Why no PostgreSQL server can be had here, or `undefined` if one can. */
export function postgresMissing(): string | undefined {
  return process.env['LUODI_TEST_DATABASE_URL'] === undefined
    ? postgresProgramsMissing()
    : undefined;
}

/** Why no PostgreSQL server can be started here, or `undefined` if one can. */
export function postgresProgramsMissing(): string | undefined {
  if (programs() === undefined)
    return 'there is no PostgreSQL server here; install it or set LUODI_TEST_DATABASE_URL';
  if (!isRoot()) return undefined;
  if (findExecutable('runuser', ['/usr/sbin', '/sbin']) === undefined)
    return 'PostgreSQL refuses root, and there is no runuser to leave it';
  return accountNumbers() === undefined
    ? `PostgreSQL refuses root, and there is no user ${unprivileged}`
    : undefined;
}

function asUnprivileged(command: readonly string[]): readonly [string, readonly string[]] {
  const all = isRoot() ? ['runuser', '-u', unprivileged, '--', ...command] : command;
  const [file = '', ...rest] = all;
  return [file, rest];
}

async function createCluster(folder: string, initdb: string, password: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const numbers = isRoot() ? accountNumbers() : undefined;
  if (numbers !== undefined)
    for (const path of [folder, passwordFile]) await chown(path, numbers.user, numbers.group);
  const words = `--username ${databaseUser} --auth scram-sha-256 --encoding UTF8 --locale C --no-sync`;
  const [file, options] = asUnprivileged([
    initdb,
    `--pgdata=${join(folder, 'data')}`,
    `--pwfile=${passwordFile}`,
    ...words.split(' '),
  ]);
  await run(file, options, { cwd: folder });
}

/** The server that `LUODI_TEST_DATABASE_URL` names, or else a new one. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const named = process.env['LUODI_TEST_DATABASE_URL'];
  return named === undefined
    ? startNewPostgresServer()
    : { url: named, stop: () => Promise.resolve() };
}

/**
 * A new server on a free loopback port with data in a temporary folder. Throws with the server's own log if it does not
 * start.
 */
export async function startNewPostgresServer(
  password = randomBytes(16).toString('hex'),
): Promise<PostgresServer> {
  const found = programs();
  if (found === undefined) throw new Error(postgresProgramsMissing());
  const folder = await mkdtemp(join(tmpdir(), 'luodi-postgres-'));
  const [port] = await freePorts(1);
  const log = join(folder, 'server.log');
  const control = (...words: readonly string[]) =>
    asUnprivileged([found.pgCtl, '--pgdata', join(folder, 'data'), ...words]);
  // The test process may end without calling `stop`.
  const stopOnExit = () => {
    const [file, options] = control('stop', '--mode', 'immediate');
    spawnSync(file, options, { cwd: folder, stdio: 'ignore' });
  };
  try {
    await createCluster(folder, found.initdb, password);
    const settings = [
      ['listen_addresses', '127.0.0.1'],
      ['port', String(port)],
      ['unix_socket_directories', ''],
      ['fsync', 'off'],
    ].map(([name, value]) => `-c ${name}='${value}'`);
    const [file, options] = control('start', '--wait', '--log', log, '-o', settings.join(' '));
    await new Promise<void>((resolve, reject) => {
      // Without pipes: the server would inherit them and hold them open.
      const start = spawn(file, options, { cwd: folder, stdio: 'ignore' });
      start.once('error', reject);
      start.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`pg_ctl ended with ${code}`)),
      );
    });
  } catch (error) {
    const words = await readFile(log, 'utf8').catch(() => '');
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${words.slice(-2000)}`, { cause: error });
  }
  process.on('exit', stopOnExit);
  return {
    url: `postgresql://${databaseUser}:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', stopOnExit);
      const [file, options] = control('stop', '--mode', 'immediate');
      await run(file, options, { cwd: folder });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
