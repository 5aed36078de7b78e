import type { Reporter } from '../diagnostic/reporter.ts';
import type { Measure } from '../tree/index.ts';
import { leafAmounts } from './tiers.ts';

/** A grant gives money; a decision gives none. */
export function checkMeasureKind(measure: Measure, reporter: Reporter): void {
  const leaves = leafAmounts(measure.amount);
  const decides = leaves.some((leaf) => leaf.kind === 'decision');
  const pays = leaves.some((leaf) => leaf.kind === 'pay' || leaf.kind === 'bands');
  if (measure.kind === 'grant' && decides)
    reporter.report('kindMismatch', measure.span, `“${measure.name}”的种类是奖补，给的却是决定`, {
      hint: '写“种类: 决定”（或减免、上限、义务），或写出金额',
    });
  if (measure.kind === 'decision' && pays)
    reporter.report('kindMismatch', measure.span, `“${measure.name}”的种类是决定，给的却是金额`);
}
