import type { Bilingual, FailedCondition, MeasureAnswer } from '@luodi/evaluation';
import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
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

/** How far one failed condition is from holding: the widest of its gaps beside the limit; the whole way where it is no matter of how much. */
function distanceOf({ gaps }: FailedCondition): Rational {
  const [first, ...rest] = gaps;
  if (first === undefined) return fraction.one;
  return rest.reduce((widest, { share }) => fraction.greatest(widest, share), first.share);
}

/** Distances of the failed conditions added up; of the tiers of an amount only the nearest, since one is enough. */
function totalDistance({ answer }: NearMiss): Rational {
  const conditions = answer.failed.filter((failed) => !isOfAmount(failed)).map(distanceOf);
  const tiers = answer.failed.filter(isOfAmount).map(distanceOf);
  const nearest = tiers.length === 0 ? fraction.zero : tiers.reduce(fraction.least);
  return [...conditions, nearest].reduce(fraction.add);
}

function compareNearMisses(a: NearMiss, b: NearMiss): number {
  const distance = fraction.compare(totalDistance(a), totalDistance(b));
  if (distance !== 0) return distance;
  const shares = b.met * (a.met + a.unmet) - a.met * (b.met + b.unmet);
  if (shares !== 0) return shares;
  return a.answer.measure.id < b.answer.measure.id ? -1 : 1;
}

/**
 * Measures that were missed by one or two requirements, the closest first: by the distance to the limits that were missed (a condition
 * that is no matter of how much counts as the whole way), then by the share of requirements met.
 * Not among them: what was received before, what an exclusion forbids, and what the applicant is of the wrong kind for
 * (as many requirements unmet as met, and none of them a matter of how much).
 */
export function nearMisses(answers: readonly MeasureAnswer[]): readonly NearMiss[] {
  return answers.flatMap((answer) => nearMiss(answer) ?? []).toSorted(compareNearMisses);
}
