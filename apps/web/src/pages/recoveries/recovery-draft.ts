import { Temporal, parseDate } from '@luodi/kernel';
import type { RecoverableResponse } from '@luodi/server/contract';
import { fenOf, yuanOf } from '../../components/yuan-field.tsx';

export function today(): string {
  return Temporal.Now.plainDateISO('Asia/Shanghai').toString();
}

/** The interest that a rule states, as it is filled in. */
export interface InterestDraft {
  readonly withInterest: boolean;
  readonly rate: string;
  readonly daysInYear: 360 | 365;
  readonly from: string;
  readonly until: string;
}

/** What is filled in to ask money back. */
export interface RecoveryDraft extends InterestDraft {
  readonly sum: string;
  readonly reason: string;
  readonly clause: string;
  readonly dueOn: string;
}

/** No interest, unless somebody says that the rule states it. */
export function noInterest(from: string, until: string): InterestDraft {
  return { withInterest: false, rate: '', daysInYear: 365, from, until };
}

/** All that is left, from the day on which it arrived. */
export function startOf(
  { recoverableFen, paidOn }: RecoverableResponse,
  today: string,
): RecoveryDraft {
  return {
    sum: yuanOf(recoverableFen),
    reason: '',
    clause: '',
    dueOn: '',
    ...noInterest(paidOn ?? today, today),
  };
}

const rateForm = /^\d{1,2}(\.\d{1,6})?$/u;

/** The interest as it is asked for; `undefined`: none, or not yet legible. */
export function interestIn({ withInterest, rate, daysInYear, from, until }: InterestDraft) {
  const yearlyRate = rate.trim();
  const legible =
    withInterest &&
    rateForm.test(yearlyRate) &&
    [from, until].every((day) => parseDate(day) !== undefined);
  return legible ? { yearlyRate, daysInYear, from, until } : undefined;
}

/** What is sent; `undefined` while something is missing. */
export function requestOf(draft: RecoveryDraft, subject: string, mostFen: string) {
  const fen = fenOf(draft.sum);
  const reason = draft.reason.trim();
  const clause = draft.clause.trim();
  const interest = interestIn(draft);
  if (fen === undefined || fen > BigInt(mostFen) || reason === '' || clause === '')
    return undefined;
  if (draft.withInterest && interest === undefined) return undefined;
  return {
    case: subject,
    fen: fen.toString(),
    reason,
    clause,
    ...(draft.dueOn === '' ? {} : { dueOn: draft.dueOn }),
    ...(interest === undefined ? {} : { interest }),
  };
}
