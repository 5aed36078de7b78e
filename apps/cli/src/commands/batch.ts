import { join, resolve } from 'node:path';
import { copyFromPostgres, forgetCopy, runBatch, runOnCluster } from '@luodi/batch';
import type { ClusterSummary, NamedTally, RunFault, RunSummary } from '@luodi/batch';
import { printJson } from '@luodi/entitlement';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { answerDate } from '../answer-date.ts';
import { usableContent } from '../content.ts';
import { interruption } from '../interruption.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { progressLines } from '../progress-line.ts';
import { batchLines } from '../render/batch-lines.ts';
import type { CommandContext } from '../terminal.ts';

export interface BatchCommandOptions {
  readonly content?: string;
  readonly population?: string;
  readonly out?: string;
  readonly clickhouse?: string;
  readonly replace?: boolean;
  readonly date?: string;
  readonly payments?: string;
  readonly chunk?: number;
  readonly threads?: number;
  readonly memory?: string;
  readonly json?: boolean;
}

/** Faults as lines; the first twenty of many. */
function faultOutcome(faults: readonly Omit<RunFault, 'code'>[]): CommandOutcome {
  const shown = faults.slice(0, 20);
  const more = faults.length - shown.length;
  const zh = shown.map(({ place, message, hint }) => `${place}：${message.zh}；${hint.zh}`);
  const en = shown.map(({ place, message, hint }) => `${place}: ${message.en}; ${hint.en}`);
  return inputFault({
    zh: [...zh, ...(more > 0 ? [`另有 ${more} 处`] : [])].join('\n'),
    en: [...en, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  });
}

interface Run {
  readonly options: BatchCommandOptions;
  readonly content: Content;
  readonly date: PlainDate;
  readonly signal: AbortSignal;
}

function isDatabase(population: string): boolean {
  return /^postgres(ql)?:\/\//.test(population);
}

/** A folder as it is; the tables of a PostgreSQL database are copied beside the results first. */
async function populationFolder(
  population: string,
  out: string,
  { content, signal }: Pick<Run, 'content' | 'signal'>,
  { terminal, language }: CommandContext,
): Promise<Result<string, readonly Omit<RunFault, 'code'>[]>> {
  if (!isDatabase(population)) return ok(resolve(population));
  const folder = join(resolve(out), 'population');
  let rows = 0;
  const onRows = (count: number): void => {
    rows += count;
    const read = rows.toLocaleString('en-US');
    terminal.note(language === 'zh' ? `读出 ${read} 家` : `${read} enterprises read`);
  };
  const copied = await copyFromPostgres(population, folder, content.vocabulary, { signal, onRows });
  return copied.ok ? ok(folder) : copied;
}

async function runHere({ options, content, date, signal }: Run, context: CommandContext) {
  const { population, payments, chunk, threads, memory, out } = options;
  if (population === undefined || out === undefined)
    return fail([
      {
        place: 'luodi batch',
        message: { zh: '要写 --population 和 --out', en: '--population and --out are needed' },
        hint: {
          zh: '或写 --clickhouse 地址，在集群上运行',
          en: 'or run on a cluster with --clickhouse',
        },
      },
    ]);
  const tell = progressLines(context);
  const folder = await populationFolder(population, out, { content, signal }, context);
  if (!folder.ok) return folder;
  const answered = await runBatch({
    content,
    date,
    population: folder.value,
    into: resolve(out),
    ...(payments === undefined ? {} : { payments: resolve(payments) }),
    ...(chunk === undefined ? {} : { chunk }),
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
    onProgress: ({ done: rows, size }) => tell(rows, size),
    signal,
  });
  const useless = new Set(['faulty_population', 'not_a_population']);
  // Once the database is mended the same command has to read it again.
  if (
    !answered.ok &&
    isDatabase(population) &&
    answered.error.some(({ code }) => useless.has(code))
  )
    await forgetCopy(folder.value);
  return answered;
}

/** Options of a run in this process, which a cluster would silently leave aside. */
const ownOptions = ['population', 'out', 'payments', 'chunk', 'threads', 'memory'] as const;

async function runThere(addresses: string, { options, ...run }: Run, context: CommandContext) {
  const idle = ownOptions.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (idle.length > 0)
    return fail([
      {
        place: 'luodi batch --clickhouse',
        message: {
          zh: `在集群上运行不用 ${idle.join('、')}`,
          en: `a run on a cluster does not take ${idle.join(', ')}`,
        },
        hint: {
          zh: '企业的表已在各分片上，结果留在那里；请去掉这些选项',
          en: 'the tables of enterprises are on the shards, and the results stay there; leave these options out',
        },
      },
    ]);
  return await runOnCluster({
    ...run,
    addresses: addresses.split(',').map((address) => address.trim()),
    replace: options.replace === true,
    onProgress: ({ shard, done: parts, parts: all }) =>
      context.terminal.note(`${shard}: ${parts} / ${all}`),
  });
}

/**
 * `luodi batch`: every measure in force for every enterprise of a population. Rows go to the folder `--out`, or stay on the cluster; the
 * summary goes to stdout. Stopped by Ctrl-C it keeps what is done; the same command goes on.
 */
export async function runBatchCommand(
  options: BatchCommandOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const date = answerDate(options.date);
  if (!date.ok) return inputFault(date.error);
  const content = await usableContent(options.content);
  if (!content.ok) return inputFault(content.error);
  const { signal, end } = interruption();
  const run = { options, content: content.value, date: date.value, signal };
  const summary = await (options.clickhouse === undefined
    ? runHere(run, context)
    : runThere(options.clickhouse, run, context)
  ).finally(end);
  if (!summary.ok) return faultOutcome(summary.error);
  if (options.json === true) context.terminal.print(printJson(summaryJson(summary.value)));
  else for (const line of batchLines(summary.value, context)) context.terminal.print(line);
  return done;
}

function tallyJson({ key, nameEn, ...sums }: NamedTally) {
  return { name: key, nameEn, ...sums };
}

function summaryJson(summary: RunSummary | ClusterSummary) {
  const { measures, byDocument, byDepartment, byDistrict, byIndustry, bySize, leftOut } = summary;
  return {
    date: summary.date,
    contentVersion: summary.contentVersion,
    applicants: summary.applicants,
    rules: { ...summary.rules },
    searched: summary.searched,
    leftToEvaluator: 'leftToEvaluator' in summary ? summary.leftToEvaluator : 0,
    total: { ...summary.total },
    payments: summary.payments === null ? null : { ...summary.payments },
    measures: measures.map((measure) => ({ ...measure })),
    byDocument: byDocument.map(tallyJson),
    byDepartment: byDepartment.map(tallyJson),
    byDistrict: byDistrict.map(tallyJson),
    byIndustry: byIndustry.map(tallyJson),
    bySize: bySize.map(tallyJson),
    leftOut: leftOut.map((each) => ({ ...each })),
  };
}
