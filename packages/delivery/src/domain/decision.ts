import { z } from 'zod';
import { printJson, resultJson } from '@luodi/entitlement';
import { readFacts } from '@luodi/evaluation';
import type { Evaluator, FactFault, MeasureAnswer } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';

/** What the rule says about an enterprise. Faults are those of its facts. */
export function answerCase(
  evaluator: Evaluator,
  measure: string,
  facts: unknown,
  lawDate: PlainDate,
): Result<MeasureAnswer, readonly FactFault[]> {
  const read = readFacts(facts, evaluator.content);
  if (!read.ok) return fail(read.error);
  const answer = evaluator.answer(measure, read.value, lawDate);
  if (answer === undefined) throw new TypeError(`${measure} is not in this version`);
  return ok(answer);
}

/** The answer as plain data, its trace with it. */
export function answerData(evaluator: Evaluator, answer: MeasureAnswer): Record<string, unknown> {
  const { content } = evaluator;
  const document = content.documentOf.get(answer.measure.id);
  const json = resultJson(answer, document, content.vocabulary, { trace: true });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(printJson(json, 0)));
}

export type AmountFault =
  /** The rule leaves the sum to the body; it has to name one. */
  | { readonly code: 'amount_needed'; readonly lowerFen: bigint; readonly upperFen: bigint | null }
  /** The sum named is not one that the rule allows. */
  | {
      readonly code: 'amount_not_allowed';
      readonly lowerFen: bigint;
      readonly upperFen: bigint | null;
    };

/** The sum of an entitled answer: the rule's own, or what a body chose within it. */
export function amountOf(
  { amount }: MeasureAnswer,
  chosen: bigint | undefined,
): Result<{ readonly fen: bigint; readonly by: 'rule' | 'body' }, AmountFault> {
  const { lowerFen, upperFen } = amount;
  if (amount.kind === 'exact' && amount.fen !== null) {
    return chosen === undefined || chosen === amount.fen
      ? ok({ fen: amount.fen, by: 'rule' })
      : fail({ code: 'amount_not_allowed', lowerFen, upperFen });
  }
  if (chosen === undefined) return fail({ code: 'amount_needed', lowerFen, upperFen });
  const allowed = chosen > 0n && chosen >= lowerFen && (upperFen === null || chosen <= upperFen);
  return allowed
    ? ok({ fen: chosen, by: 'body' })
    : fail({ code: 'amount_not_allowed', lowerFen, upperFen });
}
