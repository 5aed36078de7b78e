import { referenceId } from '@luodi/evaluation';
import type { Evaluator, MeasureAnswer } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { answerCase } from './decision.ts';

/** What a rule says about vouchers for anybody, before an enterprise is known. */
export interface VoucherTerms {
  /** What one enterprise gets at most (分); `null`: the rule states no bound, or leaves it to rules of the vouchers. */
  readonly upperFen: bigint | null;
  /** The facts (by id) that decide for an enterprise. */
  readonly asks: readonly string[];
}

/** What a pool departs in from the measure that it is opened from. */
export type VoucherTermsFault =
  | { readonly code: 'measure_unknown' }
  /** The measure is not in force on the day. */
  | { readonly code: 'measure_not_in_force'; readonly from: string; readonly until: string | null }
  /** More for one enterprise than the rule gives (分). */
  | { readonly code: 'limit_above_rule'; readonly upperFen: bigint };

/** No bound is stated where the sum is left to other rules or to a body. */
function boundOf({ amount }: MeasureAnswer): bigint | null {
  return amount.kind === 'by_reference' || amount.kind === 'none' ? null : amount.upperFen;
}

/** Reads the terms of vouchers from a measure as it stands on a day. */
export function voucherTerms(
  evaluator: Evaluator,
  measureId: string,
  day: PlainDate,
): Result<VoucherTerms, VoucherTermsFault> {
  const measure = evaluator.content.measures.get(measureId);
  if (measure === undefined) return fail({ code: 'measure_unknown' });
  const answered = answerCase(evaluator, measureId, {}, day);
  if (!answered.ok) throw new TypeError('no facts cannot be wrong');
  const answer = answered.value;
  if (answer.status === 'not_in_force') {
    const { from, until } = measure.validity;
    const days = { from: from.toString(), until: until?.toString() ?? null };
    return fail({ code: 'measure_not_in_force', ...days });
  }
  const { vocabulary } = evaluator.content;
  const asks = answer.missing.map((fact) => referenceId(fact, vocabulary));
  return ok({ upperFen: boundOf(answer), asks });
}

/** A limit (分) for one enterprise, held against the rule. */
export function checkLimit(
  { upperFen }: VoucherTerms,
  limit: bigint,
): Result<undefined, VoucherTermsFault> {
  return upperFen !== null && limit > upperFen
    ? fail({ code: 'limit_above_rule', upperFen })
    : ok(undefined);
}

/** What an entitled enterprise may have in a year at most (分); `undefined`: the rule states no bound. */
export function mostFor(answer: MeasureAnswer): bigint | undefined {
  return boundOf(answer) ?? undefined;
}
