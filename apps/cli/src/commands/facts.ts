import { factsInOrder, factsJson, printJson } from '@luodi/entitlement';
import { usableContent } from '../content.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { factLines } from '../render/fact-lines.ts';
import type { CommandContext } from '../terminal.ts';

export interface FactsOptions {
  readonly content?: string;
  readonly json?: boolean;
}

/** `luodi facts`: every fact that can be stated about an applicant. */
export async function runFacts(
  options: FactsOptions,
  { terminal, language }: CommandContext,
): Promise<CommandOutcome> {
  const content = await usableContent(options.content);
  if (!content.ok) return inputFault(content.error);
  const { vocabulary } = content.value;
  if (options.json === true) terminal.print(printJson(factsJson(vocabulary)));
  else
    for (const line of factLines(factsInOrder(vocabulary), vocabulary, language))
      terminal.print(line);
  return done;
}
