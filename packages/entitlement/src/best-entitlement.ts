import type { MeasureAnswer } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { bestCombination } from './combination/index.ts';
import type { ChosenMeasure, Combination, SetAsideMeasure } from './combination/index.ts';
import { partItems } from './item-parts.ts';
import { stackingConstraints } from './stacking-constraints.ts';
import { hasFigure, isMoney, worthOf } from './worth.ts';

/** The best lawful combination of what the applicant is entitled to. */
export interface BestEntitlement {
  /** Certain whatever the authorities decide within the words: exact sums and floors. */
  readonly exactFen: bigint;
  /** With every ceiling reached. */
  readonly upperBoundFen: bigint;
  /** By id. */
  readonly chosen: readonly ChosenMeasure[];
  /** By id. */
  readonly setAside: readonly SetAsideMeasure[];
  /** Chosen measures that may bring more than they count here: the words (`不低于`) or missing facts set no end above. */
  readonly openAbove: readonly string[];
  /** Entitled, but without any figure: at discretion without a ceiling, or set by another rule. In no total. */
  readonly withoutFigure: readonly string[];
}

/** What is still open. */
export interface Undecided {
  /** Grants and reliefs that hang on missing facts. */
  readonly measures: readonly string[];
  /** Most that they can add to the best combination, what excludes each other counted once. */
  readonly upperFen: bigint;
  /** Those of them that have no upper figure. */
  readonly openMeasures: readonly string[];
}

export type StackingContent = Pick<Content, 'measures' | 'documentOf'>;

function idOf({ measure }: MeasureAnswer): string {
  return measure.id;
}

function combine(answers: readonly MeasureAnswer[], content: StackingContent): Combination {
  const constraints = stackingConstraints(
    answers.map(({ measure }) => measure),
    content,
  );
  const parted = partItems(answers, constraints);
  return parted.join(bestCombination(parted.candidates, parted.constraints));
}

/** Weighs the entitled grants and reliefs against each other. Limits, obligations and decisions do not compete. */
export function bestEntitlement(
  answers: readonly MeasureAnswer[],
  content: StackingContent,
): BestEntitlement {
  const entitled = answers.filter((answer) => answer.status === 'entitled' && isMoney(answer));
  const competing = entitled.filter(hasFigure);
  const combination = combine(competing, content);
  const open = new Set(competing.filter((answer) => worthOf(answer).open).map(idOf));
  return {
    exactFen: combination.totalCertainFen,
    upperBoundFen: combination.totalUpperFen,
    chosen: combination.chosen,
    setAside: combination.setAside,
    openAbove: combination.chosen.map(({ id }) => id).filter((id) => open.has(id)),
    withoutFigure: entitled.filter((answer) => !hasFigure(answer)).map(idOf),
  };
}

/** What missing facts could still add to the best combination, if all of them turned out well. */
export function undecidedOf(
  answers: readonly MeasureAnswer[],
  best: BestEntitlement,
  content: StackingContent,
): Undecided {
  const possible = answers.filter((answer) => answer.status === 'undetermined' && isMoney(answer));
  const entitled = answers.filter((answer) => answer.status === 'entitled' && isMoney(answer));
  const everything = combine([...entitled, ...possible].filter(hasFigure), content);
  return {
    measures: possible.map(idOf),
    upperFen: everything.totalUpperFen - best.upperBoundFen,
    openMeasures: possible.filter((answer) => worthOf(answer).open || !hasFigure(answer)).map(idOf),
  };
}
