import { basename, extname, resolve } from 'node:path';
import { populationOfFacts } from '@luodi/batch';
import { printJson } from '@luodi/entitlement';
import type { FactSet } from '@luodi/evaluation';
import { answerDate } from '../answer-date.ts';
import { readStatedFacts } from '../applicant-question.ts';
import { usableContent } from '../content.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';
import { faultLine } from './population.ts';

export interface StatedPopulationOptions {
  readonly content?: string;
  readonly facts: readonly string[];
  readonly baseYear?: number;
  readonly out: string;
  readonly json?: boolean;
}

/** The id of an applicant: the name of its file. */
function idOf(file: string): string {
  return basename(file, extname(file));
}

function sameId(id: string, file: string): CommandOutcome {
  return inputFault({
    zh: `--facts ${file}：编号 ${id} 已有别的文件；请改一个文件名`,
    en: `--facts ${file}: another file has the id ${id} already; rename one of them`,
  });
}

/**
 * `luodi population --facts`: enterprises that state their facts in files as a population, so that a run over a city answers them
 * as `luodi match` does each. An enterprise is called by the name of its file.
 */
export async function runStatedPopulation(
  options: StatedPopulationOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const today = answerDate(undefined);
  const content = await usableContent(options.content);
  if (!content.ok) return inputFault(content.error);
  if (!today.ok) return inputFault(today.error);
  const applicants = new Map<string, FactSet>();
  for (const file of options.facts) {
    const id = idOf(file);
    if (applicants.has(id)) return sameId(id, file);
    const facts = await readStatedFacts(file, content.value, context.terminal);
    if (!facts.ok) return inputFault(facts.error);
    applicants.set(id, facts.value);
  }
  const { vocabulary } = content.value;
  const folder = resolve(options.out);
  const baseYear = options.baseYear ?? today.value.year - 1;
  const tables = await populationOfFacts({ applicants, baseYear, folder, vocabulary });
  if (!tables.ok) return faultLine(tables.error);
  if (options.json === true)
    context.terminal.print(printJson({ folder, baseYear, tables: tables.value }));
  else
    context.terminal.print(
      say(context, {
        zh: `写出 ${applicants.size.toLocaleString('en-US')} 家企业：${folder}。没写年份的数按 ${baseYear} 年。`,
        en: `${applicants.size.toLocaleString('en-US')} enterprises written to ${folder}. Figures without a year are taken as those of ${baseYear}.`,
      }),
    );
  return done;
}
