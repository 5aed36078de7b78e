import { printJson, resultJson } from '@luodi/entitlement';
import { explainAnswer } from '@luodi/evaluation';
import type { Bilingual } from '@luodi/evaluation';
import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, Measure } from '@luodi/language';
import { readQuestion } from '../applicant-question.ts';
import type { ApplicantOptions } from '../applicant-question.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import type { CommandContext } from '../terminal.ts';

export interface ExplainOptions extends ApplicantOptions {
  readonly measure: string;
}

/** The measure of an id, or of a name that only one measure has. */
function measureNamed(given: string, { measures }: Content): Result<Measure, Bilingual> {
  const direct = measures.get(given);
  if (direct !== undefined) return ok(direct);
  const all = [...measures.values()];
  const named = all.filter(({ name, nameEn }) => name === given || nameEn === given);
  const [only, another] = named;
  if (only !== undefined && another === undefined) return ok(only);
  if (only !== undefined) {
    const ids = named.map(({ id }) => id);
    return fail({
      zh: `--measure ${given}：有 ${ids.length} 项措施叫这个名字；请写全：${ids.join('、')}`,
      en: `--measure ${given}: ${ids.length} measures have this name; give the id: ${ids.join(', ')}`,
    });
  }
  const near = nearName(given, [...measures.keys(), ...all.map(({ name }) => name)]);
  return fail({
    zh: `--measure ${given}：没有这项措施；${near === undefined ? '名称见 luodi match' : `是不是 ${near}？`}`,
    en: `--measure ${given}: no such measure; ${near === undefined ? 'luodi match lists them' : `did you mean ${near}?`}`,
  });
}

/** `luodi explain`: one measure's answer with every step of the reasoning and the clause's words. */
export async function runExplain(
  options: ExplainOptions,
  { terminal, language }: CommandContext,
): Promise<CommandOutcome> {
  const question = await readQuestion(options, terminal);
  if (!question.ok) return inputFault(question.error);
  const { evaluator, facts, date } = question.value;
  const { content } = evaluator;
  const measure = measureNamed(options.measure, content);
  if (!measure.ok) return inputFault(measure.error);
  const { id } = measure.value;
  const answer = evaluator.answer(id, facts, date);
  if (answer === undefined) throw new Error(`measure ${id} is in the content but has no rule`);
  if (options.json === true) {
    const result = resultJson(answer, content.documentOf.get(id), content.vocabulary);
    const words = (tongue: 'zh' | 'en') => explainAnswer(answer, content.vocabulary, tongue);
    terminal.print(
      printJson({
        date: date.toString(),
        contentVersion: content.version,
        result,
        explanation: words('zh'),
        explanationEn: words('en'),
      }),
    );
  } else
    for (const line of explainAnswer(answer, content.vocabulary, language)) terminal.print(line);
  return done;
}
