import type { Candidate, StackingConstraints } from '../../src/combination/index.ts';

/** A rule on a set of measures, as plainly as it can be said: these together count at most the cap. */
interface PlainLimit {
  readonly ids: readonly string[];
  readonly capFen: bigint;
}

export interface ExhaustiveAnswer {
  readonly kept: readonly string[];
  readonly upperFen: bigint;
  readonly certainFen: bigint;
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>(
    (subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])],
    [[]],
  );
}

/** All ways up the top-ups, from every id, to wherever they lead. */
function paths({ topUps }: StackingConstraints): string[][] {
  const climb = (path: string[]): string[][] => [
    path,
    ...topUps
      .filter(({ base, topUp }) => base === path.at(-1) && !path.includes(topUp))
      .flatMap(({ topUp }) => climb([...path, topUp])),
  ];
  return [...new Set(topUps.map(({ base }) => base))].flatMap((base) => climb([base]));
}

/** Every limit on the set, word for word: each joint cap, and each selection of each chain of top-ups. */
export function plainLimits(
  amounts: ReadonlyMap<string, bigint>,
  constraints: StackingConstraints,
): PlainLimit[] {
  const within = (ids: readonly string[]) => ids.filter((id) => amounts.has(id));
  const amountOf = (id: string) => amounts.get(id) ?? 0n;
  const chained = paths(constraints)
    .flatMap((path) => subsetsOf(within(path)))
    .filter((ids) => ids.length > 1)
    .map((ids) => ({
      ids,
      capFen: ids.map(amountOf).reduce((a, b) => (a > b ? a : b)),
    }));
  const joint = constraints.jointCaps.map(({ capFen, members }) => ({
    ids: [...new Set(within(members))],
    capFen,
  }));
  return [...joint, ...chained];
}

/** The largest sum of whole fen under the limits, by trying every share of every measure. */
export function largestSum(
  amounts: ReadonlyMap<string, bigint>,
  constraints: StackingConstraints,
): bigint {
  const limits = plainLimits(amounts, constraints);
  const ids = [...amounts.keys()];
  const known = new Map<string, bigint>();
  const largest = (at: number, room: readonly bigint[]): bigint => {
    const id = ids[at];
    if (id === undefined) return 0n;
    const key = `${at}:${room.join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const concerned = limits.map((limit) => limit.ids.includes(id));
    let best = 0n;
    for (let share = amounts.get(id) ?? 0n; share >= 0n; share--) {
      const left = room.map((fen, index) => (concerned[index] === true ? fen - share : fen));
      if (left.some((fen) => fen < 0n)) continue;
      const sum = share + largest(at + 1, left);
      if (sum > best) best = sum;
      if (!concerned.includes(true)) break;
    }
    known.set(key, best);
    return best;
  };
  return largest(
    0,
    limits.map(({ capFen }) => capFen),
  );
}

function amountsOf(
  candidates: readonly Candidate[],
  amount: (candidate: Candidate) => bigint,
): Map<string, bigint> {
  return new Map(candidates.map((candidate) => [candidate.id, amount(candidate)]));
}

/**
 * The best combination by looking at every set of candidates, for the aims in their order: upper total, certain total, number kept,
 * first ids. `must` (if given) is in the set. Of what is absorbed it says nothing: such measures count as kept.
 */
export function exhaustiveCombination(
  candidates: readonly Candidate[],
  constraints: StackingConstraints,
  must?: string,
): ExhaustiveAnswer {
  const sorted = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  let best: { set: Candidate[]; upperFen: bigint; certainFen: bigint } | undefined;
  for (const set of subsetsOf(sorted)) {
    const ids = new Set(set.map(({ id }) => id));
    if (must !== undefined && !ids.has(must)) continue;
    if (constraints.exclusions.some(([a, b]) => a !== b && ids.has(a) && ids.has(b))) continue;
    const upperFen = largestSum(
      amountsOf(set, (c) => c.upperFen),
      constraints,
    );
    if (best !== undefined && upperFen < best.upperFen) continue;
    const certainFen = largestSum(
      amountsOf(set, (c) => c.certainFen),
      constraints,
    );
    if (best === undefined || upperFen > best.upperFen || certainFen > best.certainFen) {
      best = { set, upperFen, certainFen };
      continue;
    }
    if (certainFen < best.certainFen || set.length < best.set.length) continue;
    const first = sorted.find(({ id }) => ids.has(id) !== best?.set.some((c) => c.id === id));
    const more = set.length > best.set.length;
    if (more || (first !== undefined && ids.has(first.id))) best = { set, upperFen, certainFen };
  }
  return {
    kept: best?.set.map(({ id }) => id) ?? [],
    upperFen: best?.upperFen ?? 0n,
    certainFen: best?.certainFen ?? 0n,
  };
}
