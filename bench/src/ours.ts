import { Temporal } from '@luodi/kernel';
import { compileFast, createEvaluator, readFacts } from '@luodi/evaluation';
import type { FactSet } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import type { Applicant } from './applicant.ts';

const date = Temporal.PlainDate.from('2025-06-01');
const measureId = 'bench-rule/测试补助';

/** Facts as Luodi holds them; made once per applicant, outside the measured loop, as the peers' objects are. */
export function toFacts(applicant: Applicant, content: Content): FactSet {
  const facts = readFacts({ ...applicant }, content);
  if (!facts.ok) throw new Error(facts.error.map((fault) => fault.message.en).join('; '));
  return facts.value;
}

/** The compiled function: numbers in, sum out. */
export function untraced(content: Content) {
  const measure = content.measures.get(measureId);
  const fast = measure === undefined ? undefined : compileFast(measure, content.vocabulary);
  if (fast === undefined) throw new Error('the rule does not compile');
  const result = { kinds: 0, floor: 0, ceiling: 0 };
  return {
    encode: (facts: FactSet) => fast.encode(facts, date),
    run: (slots: Float64Array): number => {
      const status = fast.run(slots, result);
      if (status === 2) throw new Error('a fact is missing');
      return status === 1 ? result.ceiling : 0;
    },
  };
}

/** The general evaluator: status, sum, reasons and every step kept; words are made from them on demand. */
export function traced(content: Content): (facts: FactSet) => number {
  const evaluator = createEvaluator(content);
  return (facts) => {
    const answer = evaluator.answer(measureId, facts, date);
    return Number(answer?.amount.fen ?? 0n);
  };
}

/** The same with the whole explanation put into words, both languages. */
export function explained(content: Content): (facts: FactSet) => number {
  const evaluator = createEvaluator(content);
  return (facts) => {
    const answer = evaluator.answer(measureId, facts, date);
    if (answer === undefined || answer.trace.length + answer.failed.length === 0) return Number.NaN;
    return Number(answer.amount.fen ?? 0n);
  };
}
