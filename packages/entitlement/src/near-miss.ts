import type { Bilingual, FailedCondition, MeasureAnswer } from '@luodi/evaluation';
import type { MeasureKind } from '@luodi/language';

/** A measure that is not granted, but not by much. */
export interface NearMiss {
  readonly answer: MeasureAnswer;
  /** Requirements that hold and that do not; the amount, however many of its tiers were missed, is one requirement. */
  readonly met: number;
  readonly unmet: number;
  /** What is lacking, one line a failed condition or gap. */
  readonly lacking: readonly Bilingual[];
}

/** With more than this many requirements unmet a measure is simply for others. */
const mostUnmet = 2;

/** What a firm would want: an obligation or a limit that does not reach it is nothing missed. */
const wanted: Readonly<Record<MeasureKind, boolean>> = {
  grant: true,
  relief: true,
  decision: true,
  limit: false,
  obligation: false,
};

/** Reasons that no effort of the applicant changes before the next application. */
function isFinal({ kind }: FailedCondition): boolean {
  return kind === 'one_off' || kind === 'exclusion';
}

function isOfAmount({ kind }: FailedCondition): boolean {
  return kind === 'amount' || kind === 'nothing_to_pay';
}

function inWords(failed: FailedCondition): readonly Bilingual[] {
  if (failed.gaps.length === 0) return [failed.because];
  return failed.gaps.map(({ by, direction }) =>
    direction === 'short' && by.zh.startsWith('差') ? { zh: `还${by.zh}`, en: by.en } : by,
  );
}

function uniqueLines(lines: readonly Bilingual[]): readonly Bilingual[] {
  return [...new Map(lines.map((line) => [line.zh, line])).values()];
}

function nearMiss(answer: MeasureAnswer): NearMiss | undefined {
  if (answer.status !== 'not_entitled' || !wanted[answer.measure.kind]) return undefined;
  if (answer.failed.some(isFinal)) return undefined;
  const conditions = answer.conditions.length;
  const failedConditions = answer.failed.filter((failed) => !isOfAmount(failed)).length;
  const amountFails = answer.failed.some(isOfAmount);
  const unmet = failedConditions + (amountFails ? 1 : 0);
  const met = Math.max(conditions - failedConditions, 0) + (amountFails ? 0 : 1);
  const lacking = uniqueLines(answer.failed.flatMap(inWords));
  const someGap = answer.failed.some((failed) => failed.gaps.length > 0);
  const near = unmet > 0 && unmet <= mostUnmet && (someGap || met > unmet);
  return near ? { answer, met, unmet, lacking } : undefined;
}

function compareNearMisses(a: NearMiss, b: NearMiss): number {
  if (a.unmet !== b.unmet) return a.unmet - b.unmet;
  const shares = b.met * (a.met + a.unmet) - a.met * (b.met + b.unmet);
  if (shares !== 0) return shares;
  return a.answer.measure.id < b.answer.measure.id ? -1 : 1;
}

/**
 * Measures that were missed by one or two requirements, the closest first: by requirements unmet, then by the share of those met.
 * Not among them: what was received before, what an exclusion forbids, and what the applicant is of the wrong kind for
 * (as many requirements unmet as met, and none of them a matter of how much).
 */
export function nearMisses(answers: readonly MeasureAnswer[]): readonly NearMiss[] {
  return answers.flatMap((answer) => nearMiss(answer) ?? []).toSorted(compareNearMisses);
}
