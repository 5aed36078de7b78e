import type { Reporter } from '../diagnostic/reporter.ts';
import type { Amount, Arm, Measure, Vocabulary } from '../tree/index.ts';
import { expressionsOfAmount } from '../tree/walk-expression.ts';
import { implies } from './implication.ts';

function checkArms(
  arms: readonly Arm[],
  measure: Measure,
  vocabulary: Vocabulary,
  reporter: Reporter,
): void {
  arms.forEach((arm, index) => {
    const earlier = arms.slice(0, index).find((before) => {
      if (before.when === undefined) return true;
      return arm.when !== undefined && implies(arm.when, before.when, vocabulary);
    });
    if (earlier === undefined) return;
    const [own] = expressionsOfAmount(arm.amount);
    const span = arm.when?.span ?? own?.span ?? measure.span;
    const message =
      earlier.when === undefined
        ? '前面已有“否则”，这一档永远用不到'
        : `凡符合这一档的，都已符合前面的“${earlier.when.text}”，这一档永远用不到`;
    const related =
      earlier.when === undefined ? [] : [{ message: '前面的一档', span: earlier.when.span }];
    reporter.report('unreachableTier', span, message, { related });
  });
}

function nested(amount: Amount): readonly Amount[] {
  switch (amount.kind) {
    case 'first_of':
      return amount.arms.map((arm) => arm.amount);
    case 'sum':
      return amount.parts.map((part) => part.amount);
    case 'graded':
      return amount.rows.map((row) => row.amount);
    case 'highest':
      return amount.options;
    case 'capped':
    case 'difference':
    case 'cumulative_cap':
    case 'bounded_by':
      return [amount.amount];
    case 'pay':
    case 'discretionary':
    case 'by_reference':
    case 'decision':
    case 'bands':
      return [];
  }
}

/** Reports every arm of 依次 that an earlier arm always takes first. */
export function checkTiers(measure: Measure, vocabulary: Vocabulary, reporter: Reporter): void {
  const visit = (amount: Amount): void => {
    if (amount.kind === 'first_of') checkArms(amount.arms, measure, vocabulary, reporter);
    for (const inner of nested(amount)) visit(inner);
  };
  visit(measure.amount);
}

/** The amounts at the ends of an amount: what is given, without choices and modifiers. */
export function leafAmounts(amount: Amount): readonly Amount[] {
  const inner = nested(amount);
  return inner.length === 0 ? [amount] : inner.flatMap(leafAmounts);
}
