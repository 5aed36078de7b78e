import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { generatePopulation, readProfile } from '@luodi/batch';
import type { PopulationFault } from '@luodi/batch';
import { printJson } from '@luodi/entitlement';
import { usableContent } from '../content.ts';
import { interruption } from '../interruption.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { progressLines } from '../progress-line.ts';
import { defaultContentFolder } from '../repository.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface PopulationOptions {
  readonly content?: string;
  readonly profile?: string;
  readonly size: number;
  readonly seed: string;
  readonly out: string;
  readonly threads?: number;
  readonly memory?: string;
  readonly json?: boolean;
}

/** What is wrong with a population or its profile, a line each. */
export function faultLine(faults: readonly PopulationFault[]): CommandOutcome {
  const line = (language: 'zh' | 'en'): string =>
    faults
      .slice(0, 5)
      .map(({ place, message, hint }) =>
        language === 'zh'
          ? `${place}：${message.zh}；${hint.zh}`
          : `${place}: ${message.en}; ${hint.en}`,
      )
      .join('\n');
  return inputFault({ zh: line('zh'), en: line('en') });
}

/** `luodi population`: a synthetic city as Parquet files, the same rows for the same seed. */
export async function runPopulation(
  options: PopulationOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const content = await usableContent(options.content);
  if (!content.ok) return inputFault(content.error);
  const file =
    options.profile ?? join(options.content ?? defaultContentFolder, 'population/profile.yaml');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    return inputFault({
      zh: `--profile ${file}：读不了这个文件；请给出总体的参数文件，如 content/hangzhou/population/profile.yaml`,
      en: `--profile ${file}: cannot be read; give the profile of a population, such as content/hangzhou/population/profile.yaml`,
    });
  const plan = readProfile(text, file, content.value);
  if (!plan.ok) return faultLine(plan.error);
  const { signal, end } = interruption();
  const { size, seed, threads, memory } = options;
  const folder = resolve(options.out);
  const written = await generatePopulation({
    plan: plan.value,
    folder,
    size,
    seed,
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
    onProgress: progressLines(context),
    signal,
  }).finally(end);
  if (!written.ok) return faultLine(written.error);
  if (options.json === true)
    context.terminal.print(printJson({ folder, ...manifestOf(written.value) }));
  else
    context.terminal.print(
      say(context, {
        zh: `写出 ${size.toLocaleString('en-US')} 家合成企业（种子 ${seed}）：${folder}。全部为虚构，不是统计数据。`,
        en: `${size.toLocaleString('en-US')} synthetic enterprises (seed ${seed}) written to ${folder}. All are invented; these are no statistics.`,
      }),
    );
  return done;
}

function manifestOf({
  tables,
  ...rest
}: {
  readonly tables: Readonly<Record<string, { readonly rows: number }>>;
}) {
  return {
    ...rest,
    tables: Object.fromEntries(Object.entries(tables).map(([table, { rows }]) => [table, rows])),
  };
}
