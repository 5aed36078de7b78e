import { checkedCandidates } from './candidate.ts';
import type { Candidate, StackingConstraints } from './candidate.ts';
import { chooseIn } from './component-choice.ts';
import { componentOutcome } from './component-outcome.ts';
import type { ChosenMeasure, ComponentOutcome, SetAsideMeasure } from './component-outcome.ts';
import { stackingComponents } from './stacking-component.ts';
import type { StackingComponent } from './stacking-component.ts';
import { stackingModel } from './stacking-model.ts';

export interface Combination {
  /** By id. */
  readonly chosen: readonly ChosenMeasure[];
  /** By id. */
  readonly setAside: readonly SetAsideMeasure[];
  /** Sum of `countedCertainFen`: what the chosen measures bring at least. */
  readonly totalCertainFen: bigint;
  /** Sum of `countedUpperFen`: what the chosen measures may reach. */
  readonly totalUpperFen: bigint;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Most measures hang together with no other: there is nothing to search. `undefined` where something binds. */
function outcomeAlone(component: StackingComponent): ComponentOutcome | undefined {
  const [only, ...others] = component.candidates;
  if (only === undefined || others.length > 0 || component.jointCaps.length > 0) return undefined;
  const { id, certainFen, upperFen } = only;
  const chosen: ChosenMeasure = {
    id,
    countedCertainFen: certainFen,
    countedUpperFen: upperFen,
    restraint: undefined,
  };
  return { chosen: [chosen], setAside: [] };
}

/**
 * The best lawful combination of measures, exactly.
 *
 * Lawful: no two chosen measures exclude each other; along a chain of top-ups no part of the chosen counts more than its largest
 * measure; the members of a joint cap count at most the cap; no measure counts more than its own amount; every count is whole fen.
 * Best, in this order: the highest upper total; the highest certain total; the fewest measures ruled out; and of what is
 * still equal, the one that keeps the first measure by id, then the second, and so on. The result does not depend on the order of the input.
 *
 * Both totals are the largest that the limits allow for the chosen set: one if every measure brings what is certain, one if every measure
 * reaches its most. A chosen measure that can never add a fen to the others is then set aside as absorbed.
 *
 * Throws `RangeError` for input that breaks the contract of `Candidate` and `JointCap` (a doubled id, a negative amount).
 */
export function bestCombination(
  candidates: readonly Candidate[],
  constraints: StackingConstraints,
): Combination {
  const outcomes = stackingComponents(checkedCandidates(candidates), constraints).map(
    (component) => {
      const alone = outcomeAlone(component);
      if (alone !== undefined) return alone;
      const model = stackingModel(component);
      return componentOutcome(model, chooseIn(model));
    },
  );
  const chosen = outcomes.flatMap((outcome) => outcome.chosen).toSorted(byId);
  return {
    chosen,
    setAside: outcomes.flatMap((outcome) => outcome.setAside).toSorted(byId),
    totalCertainFen: chosen.reduce((sum, measure) => sum + measure.countedCertainFen, 0n),
    totalUpperFen: chosen.reduce((sum, measure) => sum + measure.countedUpperFen, 0n),
  };
}
