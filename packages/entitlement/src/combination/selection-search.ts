import {
  bitSet,
  contains,
  difference,
  excluding,
  including,
  intersection,
  intersects,
  isEmpty,
  isSubset,
  membersOf,
  sharedSize,
  sizeOf,
  union,
} from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import { boundOn, noPrices, remainingWorth } from './selection-bound.ts';
import type { Prices } from './selection-bound.ts';
import { worthOf } from './selection-problem.ts';
import type { SelectionProblem } from './selection-problem.ts';

export interface Selection {
  readonly set: BitSet;
  readonly worth: bigint;
}

/** True when a set with `weak` instead of `strong` is never worth more: same limits at most, and no less of either amount. */
function isNoWorse({ model, all, limits }: SelectionProblem, strong: number, weak: number) {
  const limited = limits.some(({ members }) => contains(members, strong));
  if (!limited) return (all.worth[strong] ?? 0n) >= (all.worth[weak] ?? 0n);
  const { certain, upper, chains, jointCaps } = model;
  return (
    (certain.amounts[strong] ?? 0n) >= (certain.amounts[weak] ?? 0n) &&
    (upper.amounts[strong] ?? 0n) >= (upper.amounts[weak] ?? 0n) &&
    jointCaps.every(({ members }) => !contains(members, strong) || contains(members, weak)) &&
    chains.every((chain) => !chain.includes(strong) || chain.includes(weak))
  );
}

/**
 * Leaves out of `open` what another member replaces at no loss: of two that exclude each other, the one that is worth no more and
 * excludes all that the other excludes.
 */
function withoutDominated(problem: SelectionProblem, open: BitSet): BitSet {
  let left = open;
  for (const strong of membersOf(open)) {
    if (!contains(left, strong)) continue;
    const around = intersection(problem.excludes[strong] ?? [], left);
    for (const weak of membersOf(around)) {
      const beyond = including(problem.excludes[weak] ?? [], weak);
      if (isSubset(around, beyond) && isNoWorse(problem, strong, weak))
        left = excluding(left, weak);
    }
  }
  return left;
}

/** Parts of `chosen` ∪ `open` that neither an exclusion among the open nor a limit connects. */
function separate({ excludes, limits }: SelectionProblem, chosen: BitSet, open: BitSet): BitSet[] {
  const parts: BitSet[] = [];
  let rest = union(chosen, open);
  for (let [first] = membersOf(rest); first !== undefined; [first] = membersOf(rest)) {
    let part = including(
      rest.map(() => 0),
      first,
    );
    let frontier = part;
    rest = excluding(rest, first);
    while (!isEmpty(frontier)) {
      let reached: BitSet = rest.map(() => 0);
      for (const member of membersOf(frontier))
        if (contains(open, member))
          reached = union(reached, intersection(excludes[member] ?? [], open));
      for (const { members } of limits)
        if (intersects(members, frontier)) reached = union(reached, members);
      frontier = intersection(reached, rest);
      part = union(part, frontier);
      rest = difference(rest, frontier);
    }
    parts.push(part);
  }
  return parts;
}

/** The member that excludes most others of `open`; among equals the worthier, then the first. `undefined` when none excludes any. */
function branchingMember({ excludes, all }: SelectionProblem, open: BitSet): number | undefined {
  let chosen: number | undefined;
  let most = 0;
  for (const member of membersOf(open)) {
    const degree = sharedSize(excludes[member] ?? [], open);
    const worthier = chosen !== undefined && (all.worth[member] ?? 0n) > (all.worth[chosen] ?? 0n);
    if (degree > most || (degree === most && degree > 0 && worthier))
      [chosen, most] = [member, degree];
  }
  return chosen;
}

/** What is still to be decided: sets that hold `chosen` and otherwise members of `open`, none of which `chosen` excludes. */
interface Branch {
  readonly chosen: BitSet;
  readonly open: BitSet;
  /** Only sets worth more than this are looked for, */
  readonly floor: bigint;
  /** and none is known to be worth more than this. */
  readonly ceiling: bigint;
  /** What bounded the branch above best. */
  readonly prices: Prices;
}

/** Rounds in which prices are improved: many for a start, few in each branch, which begins with those of the branch above. */
const startRounds = 8;
const branchRounds = 1;

/** The worthiest lawful set of the branch, if it is worth more than the floor. What hangs together is searched by itself. */
function search(problem: SelectionProblem, branch: Branch): Selection | undefined {
  const { chosen, prices } = branch;
  const open = withoutDominated(problem, branch.open);
  const parts = separate(problem, chosen, open);
  const alone = parts.filter((part) => sizeOf(part) === 1);
  const settled = alone.reduce((all, part) => union(all, part), bitSet(problem.excludes.length));
  const settledWorth = worthOf(problem, settled);
  const connected = parts.filter((part) => sizeOf(part) > 1);
  const within = (part: BitSet) => ({
    chosen: intersection(chosen, part),
    open: intersection(open, part),
    prices,
  });
  const floor = branch.floor - settledWorth;
  const [only] = connected;
  if (only === undefined) return floor < 0n ? { set: settled, worth: settledWorth } : undefined;
  const found =
    connected.length === 1
      ? searchPart(problem, { ...within(only), floor, ceiling: branch.ceiling - settledWorth })
      : searchParts(problem, connected.map(within), floor);
  return found && { set: union(settled, found.set), worth: settledWorth + found.worth };
}

/** Every part must be worth more than what is left of the floor once the others are taken at their bounds. */
function searchParts(
  problem: SelectionProblem,
  parts: readonly Omit<Branch, 'floor' | 'ceiling'>[],
  floor: bigint,
): Selection | undefined {
  const bounded = parts.map((part) => {
    const { bound, prices } = boundOn(problem, part, -1n, part.prices, branchRounds);
    return { ...part, prices, ceiling: bound };
  });
  let most = bounded.reduce((sum, { ceiling }) => sum + ceiling, 0n);
  let set = bitSet(problem.excludes.length);
  for (const part of bounded) {
    if (most <= floor) return undefined;
    const found = searchPart(problem, { ...part, floor: floor - (most - part.ceiling) });
    if (found === undefined) return undefined;
    most += found.worth - part.ceiling;
    set = union(set, found.set);
  }
  return { set, worth: most };
}

/** Decides on one member, unless the branch cannot be worth more than the floor or nothing in it excludes anything. */
function searchPart(problem: SelectionProblem, branch: Branch): Selection | undefined {
  const { chosen, open, floor } = branch;
  const { bound, prices } = boundOn(problem, branch, floor, branch.prices, branchRounds);
  if (bound <= floor) return undefined;
  const pivot = branchingMember(problem, open);
  if (pivot === undefined) {
    const set = union(chosen, open);
    const worth = worthOf(problem, set);
    return worth > floor ? { set, worth } : undefined;
  }
  const ceiling = bound < branch.ceiling ? bound : branch.ceiling;
  const without = excluding(open, pivot);
  const taken = search(problem, {
    chosen: including(chosen, pivot),
    open: difference(without, problem.excludes[pivot] ?? []),
    floor,
    ceiling,
    prices,
  });
  if (taken !== undefined && taken.worth >= ceiling) return taken;
  const rest = { chosen, open: without, floor: taken?.worth ?? floor, ceiling, prices };
  return search(problem, rest) ?? taken;
}

/** A good lawful set to begin with: again and again the member worth most for what it shuts out. */
function greedySelection(
  problem: SelectionProblem,
  chosen: BitSet,
  allOpen: BitSet,
  worth: readonly bigint[] = problem.all.worth,
): Selection {
  let set = chosen;
  let open = allOpen;
  while (!isEmpty(open)) {
    let best = -1;
    let bestWorth = 0n;
    let bestDegree = 1n;
    for (const member of membersOf(open)) {
      const alone = worth[member] ?? 0n;
      const degree = BigInt(1 + sharedSize(problem.excludes[member] ?? [], open));
      if (best >= 0 && alone * bestDegree <= bestWorth * degree) continue;
      [best, bestWorth, bestDegree] = [member, alone, degree];
    }
    set = including(set, best);
    open = excluding(difference(open, problem.excludes[best] ?? []), best);
  }
  return { set, worth: worthOf(problem, set) };
}

/** What may still be chosen beside `chosen`, out of `among`. */
function openBeside(problem: SelectionProblem, chosen: BitSet, among: BitSet): BitSet {
  return membersOf(chosen).reduce(
    (open, member) => excluding(difference(open, problem.excludes[member] ?? []), member),
    among,
  );
}

function worthier(a: Selection, b: Selection): Selection {
  return b.worth > a.worth ? b : a;
}

/** The worthiest lawful set of all, with the prices that bounded it. */
export function bestSelection(problem: SelectionProblem): Selection & { readonly prices: Prices } {
  const size = problem.model.candidates.length;
  const span = { chosen: bitSet(size), open: bitSet(size, problem.model.candidates.keys()) };
  const start = greedySelection(problem, span.chosen, span.open);
  const { bound, prices } = boundOn(problem, span, start.worth, noPrices(problem), startRounds);
  const guide = remainingWorth(problem, prices);
  const guided = worthier(start, greedySelection(problem, span.chosen, span.open, guide));
  const branch = { ...span, floor: guided.worth, ceiling: bound, prices };
  const best = guided.worth >= bound ? guided : (search(problem, branch) ?? guided);
  return { ...best, prices };
}

/** The worthiest lawful set with `member`, when `best` is the worthiest of all: begins with `best` changed as little as possible. */
export function bestSelectionWith(
  problem: SelectionProblem,
  member: number,
  best: Selection & { readonly prices: Prices },
): Selection {
  const size = problem.model.candidates.length;
  const chosen = bitSet(size, [member]);
  const open = openBeside(problem, chosen, bitSet(size, problem.model.candidates.keys()));
  const kept = union(chosen, intersection(best.set, open));
  const near = greedySelection(problem, kept, openBeside(problem, kept, open));
  const guide = remainingWorth(problem, best.prices);
  const start = worthier(near, greedySelection(problem, chosen, open, guide));
  if (start.worth >= best.worth) return start;
  const { prices } = best;
  const branch = { chosen, open, floor: start.worth, ceiling: best.worth, prices };
  return search(problem, branch) ?? start;
}

/** Some lawful set that holds `chosen`, otherwise members of `among`, and is worth as much as `best`. */
export function selectionReaching(
  problem: SelectionProblem,
  chosen: BitSet,
  among: BitSet,
  best: Selection & { readonly prices: Prices },
): BitSet | undefined {
  const open = openBeside(problem, chosen, among);
  const { worth, prices } = best;
  return search(problem, { chosen, open, floor: worth - 1n, ceiling: worth, prices })?.set;
}
