import { resolve } from 'node:path';
import { runBatch } from '@luodi/batch';
import type { RunFault, RunSummary, Tally } from '@luodi/batch';
import { printJson } from '@luodi/entitlement';
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
  readonly population: string;
  readonly out: string;
  readonly date?: string;
  readonly payments?: string;
  readonly chunk?: number;
  readonly threads?: number;
  readonly memory?: string;
  readonly json?: boolean;
}

/** Faults as lines; the first twenty of many. */
function faultOutcome(faults: readonly RunFault[]): CommandOutcome {
  const shown = faults.slice(0, 20);
  const more = faults.length - shown.length;
  const zh = shown.map(({ place, message, hint }) => `${place}：${message.zh}；${hint.zh}`);
  const en = shown.map(({ place, message, hint }) => `${place}: ${message.en}; ${hint.en}`);
  return inputFault({
    zh: [...zh, ...(more > 0 ? [`另有 ${more} 处`] : [])].join('\n'),
    en: [...en, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  });
}

/**
 * `luodi batch`: every measure in force for every enterprise of a population. Rows go to the folder `--out`, the summary to stdout.
 * Stopped by Ctrl-C it keeps what is done; the same command goes on.
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
  const tell = progressLines(context);
  const { population, payments, chunk, threads, memory, out } = options;
  const summary = await runBatch({
    content: content.value,
    date: date.value,
    population: resolve(population),
    into: resolve(out),
    ...(payments === undefined ? {} : { payments: resolve(payments) }),
    ...(chunk === undefined ? {} : { chunk }),
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
    onProgress: ({ done: answered, size }) => tell(answered, size),
    signal,
  }).finally(end);
  if (!summary.ok) return faultOutcome(summary.error);
  if (options.json === true) context.terminal.print(printJson(summaryJson(summary.value)));
  else for (const line of batchLines(summary.value, context)) context.terminal.print(line);
  return done;
}

function tallyJson({ key, ...sums }: Tally) {
  return { name: key, ...sums };
}

function summaryJson(summary: RunSummary) {
  const { measures, byDocument, byDepartment, byDistrict, byIndustry, bySize, leftOut } = summary;
  return {
    date: summary.date,
    contentVersion: summary.contentVersion,
    applicants: summary.applicants,
    rules: { ...summary.rules },
    searched: summary.searched,
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
