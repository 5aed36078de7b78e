import type { PlainDate } from '@luodi/kernel';
import { bindingMeasures } from '@luodi/language';
import type { Content } from '@luodi/language';
import type { MeasureAnswer } from './domain/answer.ts';
import type { Evaluate } from './expression/context.ts';
import type { FactSet } from './facts/fact-set.ts';
import { answerMeasure, isInForce } from './measure/answer-measure.ts';
import { compileMeasure } from './measure/compile-measure.ts';
import type { CompiledMeasure } from './measure/compile-measure.ts';
import { saysNothing } from './measure/readings.ts';
import { StandingAnswers } from './measure/standing-answers.ts';

/** All measures of one content, compiled. Same facts, same date, same content version: same answer. */
export interface Evaluator {
  readonly content: Content;
  /** The answer of one measure, that of a draft included; `undefined` if there is no measure of this id. */
  answer(measureId: string, facts: FactSet, date: PlainDate): MeasureAnswer | undefined;
  /** Answers of all measures that bind, in the order of the content: nobody is entitled under a draft or a commentary. */
  answerAll(facts: FactSet, date: PlainDate): readonly MeasureAnswer[];
}

/** Compiles every measure of a content once; answering is then a call of functions. */
export function createEvaluator(content: Content): Evaluator {
  const { vocabulary } = content;
  const scope = { vocabulary, derivations: new Map<string, Evaluate>() };
  const rules: ReadonlyMap<string, CompiledMeasure> = new Map(
    [...content.measures].map(([id, measure]) => [id, compileMeasure(measure, vocabulary, scope)]),
  );
  const binding = bindingMeasures(content).flatMap(({ id }) => rules.get(id) ?? []);
  const standing = new StandingAnswers(vocabulary);
  const answerOf = (rule: CompiledMeasure, facts: FactSet, date: PlainDate) =>
    !isInForce(rule.measure, date) || saysNothing(facts, rule.readings)
      ? standing.answer(rule, date)
      : answerMeasure(rule, facts, date, vocabulary);
  return {
    content,
    answer(measureId, facts, date) {
      const rule = rules.get(measureId);
      return rule === undefined ? undefined : answerOf(rule, facts, date);
    },
    answerAll(facts, date) {
      return binding.map((rule) => answerOf(rule, facts, date));
    },
  };
}
