import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { singleQuoted } from '../../dialect/quoting.ts';
import { enterpriseTable, paymentTable } from '../columns.ts';
import type { PopulationFault } from '../population-fault.ts';
import type { PopulationPlan } from '../profile/population-plan.ts';
import { chunkQueries, latentTable } from './chunk-queries.ts';
import { contextOf } from './context-of.ts';
import { manifestFile, unfinished } from './population-manifest.ts';
import type { PopulationManifest } from './population-manifest.ts';
import { weighTotals } from './totals.ts';
import type { MetTotal } from './totals.ts';

export interface GenerationOptions {
  readonly plan: PopulationPlan;
  /** Where the tables go: a folder that is empty, absent, or holds a population that is replaced. */
  readonly folder: string;
  /** Number of enterprises. */
  readonly size: number;
  readonly seed: string;
  /** Enterprises made at a time; changes nothing in the rows. */
  readonly chunk?: number;
  readonly threads?: number;
  /** As DuckDB writes it: `2GB`. */
  readonly memory?: string;
  readonly onProgress?: (done: number, size: number) => void;
  readonly signal?: AbortSignal;
}

function fault(
  code: PopulationFault['code'],
  place: string,
  message: PopulationFault['message'],
  hint: PopulationFault['hint'],
): Result<never, readonly PopulationFault[]> {
  return fail([{ code, place, message, hint }]);
}

function cancelled(place: string): Result<never, readonly PopulationFault[]> {
  return fault(
    'cancelled',
    place,
    { zh: '已取消，数据不完整', en: 'cancelled; the tables are incomplete' },
    { zh: '请重新生成', en: 'generate it again' },
  );
}

const partFile = /^part-\d+\.parquet$/;

/** Clears a folder for a new population; refuses one that holds anything else. */
async function clearFolder(folder: string, tables: readonly string[]): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  if (present.length > 0 && !present.includes(manifestFile) && !present.includes(unfinished))
    return false;
  await writeFile(join(folder, unfinished), '');
  for (const name of present) {
    const path = join(folder, name);
    const parts = await readdir(path).catch(() => undefined);
    const isTable = parts?.every((part) => partFile.test(part)) === true;
    if (isTable || name === manifestFile) await rm(path, { recursive: true });
  }
  await Promise.all(tables.map((table) => mkdir(join(folder, table), { recursive: true })));
  return true;
}

/** Ids have nine digits. */
const largestSize = 999_999_999;

async function writeChunks(
  connection: DuckDBConnection,
  options: GenerationOptions,
  met: readonly MetTotal[],
): Promise<void> {
  const { plan, folder, size, seed, signal, onProgress } = options;
  const chunk = options.chunk ?? 250_000;
  for (let from = 0, part = 0; from < size; from += chunk, part++) {
    const to = Math.min(size, from + chunk);
    const { latents, tables } = chunkQueries(plan, seed, { from, to }, met);
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${latentTable} AS ${latents}`);
    for (const [table, sql] of tables) {
      if (signal?.aborted === true) return;
      const file = join(folder, table, `part-${String(part).padStart(5, '0')}.parquet`);
      await connection.run(
        `COPY (${sql}) TO ${singleQuoted(file)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`,
      );
    }
    onProgress?.(to, size);
  }
}

async function describeTables(
  connection: DuckDBConnection,
  folder: string,
  tables: readonly string[],
): Promise<PopulationManifest['tables']> {
  const described: PopulationManifest['tables'] = {};
  for (const table of tables) {
    const from = `read_parquet(${singleQuoted(join(folder, table, '*.parquet'))})`;
    const columns = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
    const rows = await connection.runAndReadAll(`SELECT count(*) FROM ${from}`);
    described[table] = {
      rows: Number(rows.getRows()[0]?.[0] ?? 0),
      columns: Object.fromEntries(
        columns.getRows().map(([name, type]) => [String(name), String(type)]),
      ),
    };
  }
  return described;
}

function englishNames(
  groups: Readonly<Record<string, { readonly 英文: string }>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, { 英文 }]) => [name, 英文]));
}

function manifestOf(
  { plan, seed, size }: GenerationOptions,
  tables: PopulationManifest['tables'],
  met: readonly MetTotal[],
): PopulationManifest {
  const { profile } = plan;
  return {
    title: profile.标题,
    titleEn: profile.英文标题,
    synthetic: true,
    seed,
    size,
    nominalSize: profile.名义规模,
    day: profile.基准日,
    englishNames: {
      industry: englishNames(profile.行业),
      size: englishNames(profile.规模),
    },
    profile: plan.digest,
    content: plan.contentVersion,
    engine: `DuckDB ${version()}`,
    tables,
    totals: met.map(({ total, target }) => ({
      indicator: total.指标,
      source: total.出处,
      fact: total.事实,
      year: total.年,
      fen: target.toString(),
    })),
  };
}

/**
 * Writes a synthetic city as Parquet files, a folder per table, and `population.json` that says what it is. The rows follow from the
 * plan, the seed and the size alone. Faults: a folder in use for something else, cancellation, or what the database says.
 */
export async function generatePopulation(
  options: GenerationOptions,
): Promise<Result<PopulationManifest, readonly PopulationFault[]>> {
  const { plan, folder, size, seed, signal } = options;
  if (!Number.isSafeInteger(size) || size < 1 || size > largestSize)
    return fault(
      'bad_size',
      'size',
      { zh: `企业数不能是 ${size}`, en: `there cannot be ${size} enterprises` },
      {
        zh: `请写 1 到 ${largestSize} 的整数`,
        en: `write a whole number from 1 to ${largestSize}`,
      },
    );
  const tables = [enterpriseTable, ...plan.entities.map(({ entity }) => entity.id), paymentTable];
  if (!(await clearFolder(folder, tables)))
    return fault(
      'folder_in_use',
      folder,
      { zh: '文件夹里有别的东西', en: 'the folder holds something else' },
      { zh: '请换一个空文件夹', en: 'name an empty folder' },
    );
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? 2),
    memory_limit: options.memory ?? '2GB',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    const met = await weighTotals(connection, plan, { seed, size }, contextOf(plan));
    await writeChunks(connection, options, met);
    if (signal?.aborted === true) return cancelled(folder);
    const manifest = manifestOf(options, await describeTables(connection, folder, tables), met);
    await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await rm(join(folder, unfinished));
    return ok(manifest);
  } catch (error) {
    if (signal?.aborted === true) return cancelled(folder);
    const words = error instanceof Error ? error.message : String(error);
    return fault(
      'engine',
      folder,
      { zh: `生成中断：${words}`, en: `generation stopped: ${words}` },
      {
        zh: '请检查磁盘空间和内存上限，再试一次',
        en: 'check disk space and the memory limit, then try again',
      },
    );
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
  }
}
