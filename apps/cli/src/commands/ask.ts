import { printJson, questionsJson } from '@luodi/entitlement';
import { rankQuestions } from '@luodi/evaluation';
import { readQuestion } from '../applicant-question.ts';
import type { ApplicantOptions } from '../applicant-question.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { questionLines } from '../render/question-lines.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface AskOptions extends ApplicantOptions {
  readonly limit: number;
}

/** `luodi ask`: the questions whose answers would decide most. */
export async function runAsk(
  options: AskOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { terminal, language } = context;
  const question = await readQuestion(options, terminal);
  if (!question.ok) return inputFault(question.error);
  const { evaluator, facts, date } = question.value;
  const { vocabulary, version } = evaluator.content;
  const questions = rankQuestions(evaluator.answerAll(facts, date), evaluator.content.vocabulary);
  const first = questions.slice(0, options.limit);
  if (options.json === true) {
    terminal.print(
      printJson({
        date: date.toString(),
        contentVersion: version,
        next: questionsJson(first, vocabulary),
        questions: questions.length,
      }),
    );
    return done;
  }
  if (first.length === 0)
    terminal.print(
      say(context, {
        zh: '没有要问的了：每一项都已确定。',
        en: 'Nothing left to ask: every measure is decided.',
      }),
    );
  for (const line of questionLines(first, vocabulary, language)) terminal.print(line);
  return done;
}
