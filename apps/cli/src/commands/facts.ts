import { resolve } from 'node:path';
import { statedApplicant } from '@luodi/batch';
import { factsInOrder, factsJson, printJson } from '@luodi/entitlement';
import type { Content } from '@luodi/language';
import { usableContent } from '../content.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { factLines } from '../render/fact-lines.ts';
import type { CommandContext } from '../terminal.ts';

export interface FactsOptions {
  readonly content?: string;
  readonly json?: boolean;
  readonly population?: string;
  readonly enterprise?: string;
}

async function factsOfOne(
  folder: string,
  enterprise: string,
  { vocabulary }: Content,
  { terminal }: CommandContext,
): Promise<CommandOutcome> {
  const facts = await statedApplicant(resolve(folder), enterprise, vocabulary);
  if (facts.ok) {
    terminal.print(JSON.stringify(facts.value, undefined, 2));
    return done;
  }
  const [fault] = facts.error;
  return inputFault({
    zh: `--population ${folder}：${fault?.message.zh ?? ''}；${fault?.hint.zh ?? ''}`,
    en: `--population ${folder}: ${fault?.message.en ?? ''}; ${fault?.hint.en ?? ''}`,
  });
}

/**
 * `luodi facts`: every fact that can be stated about an applicant; with `--population` and `--enterprise` what one enterprise of a
 * population states, as a facts file.
 */
export async function runFacts(
  options: FactsOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { terminal, language } = context;
  const { population, enterprise } = options;
  if ((population === undefined) !== (enterprise === undefined))
    return inputFault({
      zh: '--population 和 --enterprise 要一起写：哪一个总体里的哪一家企业',
      en: '--population and --enterprise go together: which enterprise of which population',
    });
  const content = await usableContent(options.content);
  if (!content.ok) return inputFault(content.error);
  if (population !== undefined && enterprise !== undefined)
    return factsOfOne(population, enterprise, content.value, context);
  const { vocabulary } = content.value;
  if (options.json === true) terminal.print(printJson(factsJson(vocabulary)));
  else
    for (const line of factLines(factsInOrder(vocabulary), vocabulary, language))
      terminal.print(line);
  return done;
}
