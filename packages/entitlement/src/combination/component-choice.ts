import { bitSet, contains, excluding, including, intersects } from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import { scoreOf, selectionProblem } from './selection-problem.ts';
import type { Score, SelectionProblem } from './selection-problem.ts';
import { bestSelection, bestSelectionWith, selectionReaching } from './selection-search.ts';
import type { StackingModel } from './stacking-model.ts';

export interface ComponentChoice {
  readonly chosen: BitSet;
  readonly score: Score;
  /** For each measure not chosen: the best that a lawful set with it scores. */
  readonly scoreWith: ReadonlyMap<number, Score>;
}

/** Of all best sets the one that keeps the first measure by id if any does, then the second, and so on. */
function firstById(
  problem: SelectionProblem,
  best: ReturnType<typeof bestSelection>,
  inSomeBest: (member: number) => boolean,
): BitSet {
  let { set } = best;
  let kept: BitSet = set.map(() => 0);
  let among = bitSet(problem.model.candidates.length, problem.model.candidates.keys());
  for (const member of problem.model.candidates.keys()) {
    if (!contains(set, member)) {
      const possible = inSomeBest(member) && !intersects(problem.excludes[member] ?? [], kept);
      const other = possible
        ? selectionReaching(problem, including(kept, member), among, best)
        : undefined;
      set = other ?? set;
    }
    if (contains(set, member)) kept = including(kept, member);
    else among = excluding(among, member);
  }
  return set;
}

/** The best lawful set of one component, and what the best set with each of the other measures would bring. */
export function chooseIn(model: StackingModel): ComponentChoice {
  const problem = selectionProblem(model);
  const best = bestSelection(problem);
  const worthWith = new Map<number, bigint>();
  for (const member of model.candidates.keys())
    if (!contains(best.set, member)) {
      const forced = bestSelectionWith(problem, member, best);
      worthWith.set(member, forced.worth);
    }
  const chosen = firstById(problem, best, (member) => worthWith.get(member) === best.worth);
  const setAside = [...model.candidates.keys()].filter((member) => !contains(chosen, member));
  const scored = setAside.map((member): [number, Score] => [
    member,
    scoreOf(problem.numeral, worthWith.get(member) ?? best.worth),
  ]);
  return {
    chosen,
    score: scoreOf(problem.numeral, best.worth),
    scoreWith: new Map(scored),
  };
}
