import type { MeasureAnswer } from '@luodi/evaluation';
import type { MeasureKind } from '@luodi/language';

/**
 * What an answer is worth in money. `certainFen` will be paid; up to `upperFen` may be; `open` when the words or missing facts
 * set no end above, then `upperFen` is only what is known so far.
 */
export interface Worth {
  readonly certainFen: bigint;
  readonly upperFen: bigint;
  readonly open: boolean;
}

/** Only grants and reliefs are money for the applicant: the figure of a 上限 is a price, that of a 义务 a duty. */
const paying: Readonly<Record<MeasureKind, boolean>> = {
  grant: true,
  relief: true,
  limit: false,
  obligation: false,
  decision: false,
};

/** Whether the sums of a measure of this kind are added up. */
export function isMoneyKind(kind: MeasureKind): boolean {
  return paying[kind];
}

/** Whether the measure is of a kind that is summed up. */
export function isMoney(answer: MeasureAnswer): boolean {
  return isMoneyKind(answer.measure.kind) && answer.amount.kind !== 'none';
}

/**
 * The worth of an answer whose measure holds, or would if all missing facts turned out well. `最高` is certain for nothing and reaches
 * its ceiling; `不低于` is certain for its floor; a sum that hangs on missing facts is certain for the least that it can be.
 */
export function worthOf({ amount }: MeasureAnswer): Worth {
  const { lowerFen, upperFen } = amount;
  return { certainFen: lowerFen, upperFen: upperFen ?? lowerFen, open: upperFen === null };
}

/** Whether the sum can be weighed against others. `不低于` can, by its floor; discretion without a ceiling cannot. */
export function hasFigure({ amount }: MeasureAnswer): boolean {
  switch (amount.kind) {
    case 'exact':
    case 'at_most':
    case 'at_least':
      return amount.upperFen !== null || amount.lowerFen > 0n;
    case 'discretionary':
      return amount.upperFen !== null;
    case 'by_reference':
    case 'none':
      return false;
  }
}
