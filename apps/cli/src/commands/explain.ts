import { printJson, resultJson } from '@luodi/entitlement';
import { explainAnswer } from '@luodi/evaluation';
import type { Bilingual } from '@luodi/evaluation';
import type { DocumentStatus } from '@luodi/language';
import { readQuestion } from '../applicant-question.ts';
import type { ApplicantOptions } from '../applicant-question.ts';
import { chosenMeasure } from '../chosen-measure.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import type { CommandContext } from '../terminal.ts';

export interface ExplainOptions extends ApplicantOptions {
  readonly measure: string;
}

/** Said first where the document is no rule in force, so that nobody takes the answer for a right. */
const notBinding: Readonly<Record<DocumentStatus, Bilingual | undefined>> = {
  final: undefined,
  draft: {
    zh: '注意：这份文件是征求意见稿，没有人据此享受；下面只是按草案计算。',
    en: 'Note: this document is a draft, nobody is entitled under it; what follows is computed as if it were in force.',
  },
  commentary: {
    zh: '注意：这份文件是解读，不是规定；下面只是按解读的文字计算。',
    en: 'Note: this document is a commentary, not a rule; what follows is computed from its words.',
  },
};

/** `luodi explain`: one measure's answer with every step of the reasoning and the clause's words. */
export async function runExplain(
  options: ExplainOptions,
  { terminal, language }: CommandContext,
): Promise<CommandOutcome> {
  const question = await readQuestion(options, terminal);
  if (!question.ok) return inputFault(question.error);
  const { evaluator, facts, date } = question.value;
  const { content } = evaluator;
  const measure = chosenMeasure(options.measure, content);
  if (!measure.ok) return inputFault(measure.error);
  const { id } = measure.value;
  const answer = evaluator.answer(id, facts, date);
  if (answer === undefined) throw new Error(`measure ${id} is in the content but has no rule`);
  const document = content.documentOf.get(id);
  if (options.json === true) {
    const result = resultJson(answer, document, content.vocabulary);
    const words = (tongue: 'zh' | 'en') => explainAnswer(answer, content.vocabulary, tongue);
    terminal.print(
      printJson({
        date: date.toString(),
        contentVersion: content.version,
        documentStatus: document?.status ?? null,
        result,
        explanation: words('zh'),
        explanationEn: words('en'),
      }),
    );
  } else {
    const notice = notBinding[document?.status ?? 'final'];
    if (notice !== undefined) terminal.print(notice[language]);
    for (const line of explainAnswer(answer, content.vocabulary, language)) terminal.print(line);
  }
  return done;
}
