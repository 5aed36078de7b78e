import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createEvaluator } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import {
  attachPopulation,
  describePopulation,
  manifestOf,
  validatePopulation,
} from '../../population/index.ts';
import type { Population } from '../../population/index.ts';
import type { RunFault } from '../run-fault.ts';
import { chunkFiles, readChunk, readManifest, writeChunk, writeManifest } from '../run-manifest.ts';
import type { ChunkRecord, RunManifest } from '../run-manifest.ts';
import { isMoneyMeasure, rulesFor } from '../rules.ts';
import type { RunRules } from '../rules.ts';
import { stackingPlan } from '../stacking-plan.ts';
import { summarise } from '../summary.ts';
import type { RunSummary } from '../summary.ts';
import { attachPayments } from './check-payments.ts';
import { neededColumns } from './needed-columns.ts';
import { runChunk } from './run-chunk.ts';
import type { Chunk, ChunkContext } from './run-chunk.ts';
import { DuckSession } from './session.ts';
import { weighByEvaluator } from './weigh-applicants.ts';

export interface BatchOptions {
  readonly content: Content;
  readonly date: PlainDate;
  /** Folder of Parquet or CSV files, see `population/columns.ts`. */
  readonly population: string;
  /** Payments that were made, Parquet or CSV: enterprise_id, about (measure or matter), paid_on, fen. */
  readonly payments?: string;
  /** Folder for the results. One that holds a part of the same run is filled up. */
  readonly into: string;
  /** Applicants in hand at a time: bounds the memory. */
  readonly chunk?: number;
  readonly threads?: number;
  /** As DuckDB writes it: `2GB`. */
  readonly memory?: string;
  readonly onProgress?: (progress: BatchProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BatchProgress {
  /** Applicants of chunks that are done, and the share of the chunk in hand. */
  readonly done: number;
  readonly size: number;
  readonly chunk: number;
  readonly chunks: number;
}

function cancelled(place: string): RunFault {
  return {
    code: 'cancelled',
    place,
    message: { zh: '已取消；做完的部分留着', en: 'cancelled; what is done stays' },
    hint: { zh: '同一命令再运行就接着做', en: 'run the same command again to go on' },
  };
}

function otherRun(place: string): RunFault {
  return {
    code: 'other_run',
    place,
    message: {
      zh: '这个文件夹里是另一次运行的结果（内容版本、日期或数据不同）',
      en: 'the folder holds another run (other content, date or population)',
    },
    hint: { zh: '请换一个文件夹', en: 'name another folder' },
  };
}

/** Ids at which chunks begin. */
async function chunksOf(chunk: number, session: DuckSession): Promise<RunManifest['chunks']> {
  const rows = await session.rows(
    `SELECT enterprise_id::VARCHAR FROM (SELECT enterprise_id, row_number() OVER (ORDER BY enterprise_id) AS place FROM enterprise) AS numbered WHERE (place - 1) % ${chunk} = 0 ORDER BY enterprise_id`,
  );
  const starts = rows.map(([id]) => String(id));
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? null }));
}

function sameRun(a: RunManifest, b: Omit<RunManifest, 'chunks'>): boolean {
  return (
    a.content === b.content &&
    a.date === b.date &&
    a.population === b.population &&
    a.payments === b.payments &&
    a.size === b.size
  );
}

/** What may stand among the results before a run: a population read from a database, and what did not fit into memory. */
const ownFolders = new Set(['population', 'overflow']);

/** The manifest of the folder, made if it is empty; a fault if the folder holds something else. */
async function manifestFor(
  options: BatchOptions,
  population: Population,
  session: DuckSession,
): Promise<Result<RunManifest, RunFault>> {
  const { content, date, into, chunk = 500_000 } = options;
  await mkdir(into, { recursive: true });
  const run = {
    content: content.version,
    date: date.toString(),
    population: options.population,
    payments: options.payments ?? null,
    size: population.size,
  };
  const present = await readManifest(into).catch(() => undefined);
  if (present !== undefined) return sameRun(present, run) ? ok(present) : fail(otherRun(into));
  const strange = (await readdir(into)).filter((name) => !ownFolders.has(name));
  if (strange.length > 0) return fail(otherRun(into));
  const manifest = { ...run, chunks: await chunksOf(chunk, session) };
  await writeManifest(into, manifest);
  return ok(manifest);
}

/** What all chunks of a run have in common, put together once. */
function contextOf(
  { content, date, payments, signal }: BatchOptions,
  rules: RunRules,
  population: Population,
  session: DuckSession,
): Omit<ChunkContext, 'onRule'> {
  const money = rules.queries.map(({ measure }) => measure).filter(isMoneyMeasure);
  return {
    session,
    content,
    rules: rules.queries,
    tables: neededColumns(rules.queries, population.tables),
    plan: stackingPlan(money, content),
    weighApplicants: weighByEvaluator(createEvaluator(content), date, population, session, signal),
    checksPayments: payments !== undefined,
    signal,
  };
}

async function doChunk(chunk: Chunk, into: string, context: ChunkContext): Promise<ChunkRecord> {
  const started = performance.now();
  const outcome = await runChunk(chunk, chunkFiles(into, chunk.index), context);
  const seconds = (performance.now() - started) / 1000;
  const record = {
    ...outcome,
    tallies: [...outcome.tallies],
    attributes: [...outcome.attributes],
    seconds,
  };
  await writeChunk(into, chunk.index, record);
  return record;
}

async function runChunks(
  { into, onProgress }: BatchOptions,
  { chunks, size }: RunManifest,
  context: Omit<ChunkContext, 'onRule'>,
): Promise<readonly ChunkRecord[]> {
  const records: ChunkRecord[] = [];
  const share = size / chunks.length;
  for (const [index, { from, until }] of chunks.entries()) {
    const tell = (part: number): void =>
      onProgress?.({
        done: Math.floor((index + part) * share),
        size,
        chunk: index + 1,
        chunks: chunks.length,
      });
    const onRule = (rule: number): void => tell(rule / context.rules.length);
    const chunk: Chunk = { index, from, until: until ?? undefined };
    const known = await readChunk(into, index);
    records.push(known ?? (await doChunk(chunk, into, { ...context, onRule })));
    tell(1);
  }
  return records;
}

function paymentsOf(records: readonly ChunkRecord[]): ChunkRecord['payments'] {
  const checks = records.flatMap(({ payments }) => payments ?? []);
  if (checks.length === 0) return null;
  return checks.reduce((a, b) => ({
    unclaimed: a.unclaimed + b.unclaimed,
    unclaimedUpperFen: a.unclaimedUpperFen + b.unclaimedUpperFen,
    undue: a.undue + b.undue,
    undueFen: a.undueFen + b.undueFen,
  }));
}

async function runIn(
  session: DuckSession,
  options: BatchOptions,
): Promise<Result<RunSummary, readonly RunFault[]>> {
  const { content, date } = options;
  const attached = await attachPopulation(
    session.connection,
    options.population,
    content.vocabulary,
  );
  if (!attached.ok)
    return fail(attached.error.map((each) => ({ ...each, code: 'not_a_population' })));
  const population = await describePopulation(session.connection, content.vocabulary);
  const faults = await validatePopulation(session.connection, content);
  if (faults.length > 0)
    return fail(faults.map((each) => ({ ...each, code: 'faulty_population' })));
  const paid =
    options.payments === undefined
      ? ok(undefined)
      : await attachPayments(options.payments, session);
  if (!paid.ok) return fail([paid.error]);
  const manifest = await manifestFor(options, population, session);
  if (!manifest.ok) return fail([manifest.error]);
  const rules = rulesFor(content, date, population.tables);
  const context = contextOf(options, rules, population, session);
  const records = await runChunks(options, manifest.value, context);
  const rows = records.flatMap(({ tallies }) => tallies);
  const byAttribute = records.flatMap(({ attributes }) => attributes);
  return ok(
    summarise(rows, byAttribute, rules, content, {
      date: date.toString(),
      applicants: records.reduce((sum, { applicants }) => sum + applicants, 0),
      searched: records.reduce((sum, { searched }) => sum + searched, 0),
      payments: paymentsOf(records),
      names: (await manifestOf(options.population))?.englishNames,
    }),
  );
}

/**
 * Answers every measure in force for every applicant of a population, in chunks that are kept as they are done: `results-*.parquet` in the
 * folder `into`, and the summary as the result. Run again with the same options it goes on where it was stopped.
 */
export async function runBatch(
  options: BatchOptions,
): Promise<Result<RunSummary, readonly RunFault[]>> {
  const { threads, memory = '2GB', into, signal } = options;
  const session = await DuckSession.open({ memory, threads, overflow: join(into, 'overflow') });
  try {
    return await runIn(session, options);
  } catch (error) {
    if (signal?.aborted === true) return fail([cancelled(into)]);
    throw error;
  } finally {
    session.close();
  }
}
