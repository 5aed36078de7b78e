import { match, printJson, toMatchJson } from '@luodi/entitlement';
import { readQuestion } from '../applicant-question.ts';
import type { ApplicantOptions } from '../applicant-question.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { matchLines } from '../render/match-lines.ts';
import type { CommandContext } from '../terminal.ts';

/** `luodi match`: everything an applicant can get, the best lawful combination, and what to find out next. */
export async function runMatch(
  options: ApplicantOptions,
  { terminal, language }: CommandContext,
): Promise<CommandOutcome> {
  const question = await readQuestion(options, terminal);
  if (!question.ok) return inputFault(question.error);
  const { evaluator, facts, date } = question.value;
  const found = match(evaluator, facts, date);
  const { vocabulary } = evaluator.content;
  if (options.json === true) terminal.print(printJson(toMatchJson(found, vocabulary)));
  else for (const line of matchLines(found, vocabulary, language)) terminal.print(line);
  return done;
}
