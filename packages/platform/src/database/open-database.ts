import { existsSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrations.ts';
import { PGliteDialect } from './pglite-dialect.ts';
import type { Schema } from './schema.ts';
import type { StoragePlace } from './storage-place.ts';
import { storageFault } from './storage-fault.ts';
import type { StorageFault } from './storage-fault.ts';

/** An open database with all tables up to date. */
export interface Database {
  readonly queries: Kysely<Schema>;
  /** Whether it answers now. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

function databaseOf(queries: Kysely<Schema>, afterClose: () => Promise<void>): Database {
  return {
    queries,
    async answers() {
      try {
        await sql`select 1`.execute(queries);
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await queries.destroy();
      await afterClose();
    },
  };
}

/** By the numbers of the types, alike in both databases: `bigint` exactly, `date` as the day that was written. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: BigInt,
  1082: (text) => text,
};

async function nothing(): Promise<undefined> {}

/** What is done to a database before it is used. */
type Prepare = (queries: Kysely<Schema>) => Promise<void>;

const bringUpToDate: Prepare = (queries) => migrate(queries, new Date());

/** Only a database of ours is read: it holds a journal. */
const expectJournal: Prepare = async (queries) => {
  await queries.selectFrom('journal').select('sequence').limit(1).execute();
};

/** Loaded when it is needed: most commands open no database. `undefined`: in memory. */
async function createEngine(folder?: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({ ...(folder === undefined ? {} : { dataDir: folder }), parsers });
}

async function openMemory(): Promise<Database> {
  const queries = new Kysely<Schema>({ dialect: new PGliteDialect(await createEngine()) });
  await bringUpToDate(queries);
  return databaseOf(queries, nothing);
}

/** So little room that the engine cannot begin: it writes some files before anything else. */
const leastRoom = 1024 * 1024;

/** Why a folder cannot be opened: for want of room, whatever the engine says of it, or as it seemed. */
async function folderFault(
  seemed: 'folder_not_writable' | 'folder_damaged',
  path: string,
  error: unknown,
): Promise<StorageFault> {
  const disk = await statfs(path).catch(nothing);
  const full = disk !== undefined && disk.bavail * disk.bsize < leastRoom;
  return storageFault(full ? 'folder_full' : seemed, path, error);
}

async function openFolder(path: string, prepare: Prepare): Promise<Result<Database, StorageFault>> {
  const engineFolder = join(path, 'postgres');
  let lock: Awaited<ReturnType<typeof lockFolder>>;
  try {
    await mkdir(engineFolder, { recursive: true });
    lock = await lockFolder(path);
  } catch (error) {
    return fail(await folderFault('folder_not_writable', path, error));
  }
  if (!lock.ok) return fail(storageFault('folder_locked', path, `pid ${lock.error.pid}`));
  const folderLock = lock.value;
  let engine: PGlite | undefined;
  try {
    engine = await createEngine(engineFolder);
    const queries = new Kysely<Schema>({ dialect: new PGliteDialect(engine) });
    await prepare(queries);
    return ok(databaseOf(queries, () => folderLock.release()));
  } catch (error) {
    await engine?.close().catch(nothing);
    await folderLock.release();
    return fail(await folderFault('folder_damaged', path, error));
  }
}

/** The address without the password, for messages. */
function shown(url: string): string {
  return url.replace(/\/\/([^:/@]*):[^@]*@/, '//$1:…@');
}

/** Connections to a database server that are lent at the same time. */
const mostConnections = 10;

async function openServer(url: string, prepare: Prepare): Promise<Result<Database, StorageFault>> {
  const { default: pg } = await import('pg');
  const types = new pg.TypeOverrides();
  for (const [type, parse] of Object.entries(parsers)) types.setTypeParser(Number(type), parse);
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    // A connection that is closed while nobody asks would be opened again, with all its plans, just when many do.
    min: mostConnections,
    max: mostConnections,
    // A server that vanished without a word is noticed.
    keepAlive: true,
    types,
  });
  // A connection that breaks is replaced by the pool; without a listener it would end the process: one for those that are idle,
  // and one of each connection's own for those that are lent. Who uses it hears of it from the query.
  pool.on('error', (error) => console.error('database connection:', error.message));
  pool.on('connect', (client) => client.on('error', () => {}));
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await prepare(queries);
    return ok(databaseOf(queries, nothing));
  } catch (error) {
    await queries.destroy();
    return fail(storageFault('server_unreachable', shown(url), error));
  }
}

/** Opens a database and brings its tables up to date. */
export async function openDatabase(place: StoragePlace): Promise<Result<Database, StorageFault>> {
  switch (place.kind) {
    case 'memory':
      return ok(await openMemory());
    case 'folder':
      return openFolder(place.path, bringUpToDate);
    case 'server':
      return openServer(place.url, bringUpToDate);
  }
}

/** Opens a database that is there already, as it is: to look, not to work. */
export async function inspectDatabase(
  place: Exclude<StoragePlace, { readonly kind: 'memory' }>,
): Promise<Result<Database, StorageFault>> {
  if (place.kind === 'server') return openServer(place.url, expectJournal);
  const { path } = place;
  return existsSync(join(path, 'postgres/PG_VERSION'))
    ? openFolder(path, expectJournal)
    : fail(storageFault('folder_empty', path, 'postgres/PG_VERSION'));
}
