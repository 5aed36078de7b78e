import { contains, intersection, membersOf, sizeOf, union } from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import { cliqueCoverBound } from './clique-cover.ts';
import type { SelectionLimit, SelectionProblem, Weights } from './selection-problem.ts';

/** A price of 1 on a limit, in the whole numbers that prices are written in. */
const unit = 16n;

/**
 * What a fen of each limit is priced at, from 0 to `unit`. Whatever the prices, this bounds the sum from above: every limit is sold
 * whole at its price, and every measure keeps of its amount what the prices of its limits leave (Lagrangian relaxation; M. Held,
 * R. Karp, 1971). Good prices bound tightly.
 */
export interface Prices {
  readonly upper: readonly bigint[];
  readonly certain: readonly bigint[];
}

export interface PricedBound {
  readonly bound: bigint;
  readonly prices: Prices;
}

/** The sets that hold `chosen` and otherwise members of `open`. */
interface Span {
  readonly chosen: BitSet;
  readonly open: BitSet;
}

type Level = 'upper' | 'certain';

function coverBound(
  { excludes }: SelectionProblem,
  { worth, ascending }: Weights,
  { chosen, open }: Span,
): bigint {
  let bound = cliqueCoverBound(excludes, open, worth, ascending);
  for (const member of membersOf(chosen)) bound += worth[member] ?? 0n;
  return bound;
}

function capOf(limit: SelectionLimit, level: Level): bigint {
  return level === 'upper' ? limit.upperFen : limit.certainFen;
}

/** Bound on one aim under the given prices, in whole fen. */
function pricedBound(
  problem: SelectionProblem,
  level: Level,
  span: Span,
  prices: readonly bigint[],
): bigint {
  const { worth, ascending } = problem[level];
  const share = worth.map(() => unit);
  let sold = 0n;
  problem.limits.forEach((limit, index) => {
    const price = prices[index] ?? 0n;
    if (price === 0n) return;
    sold += price * capOf(limit, level);
    for (const member of limit.listed) share[member] = (share[member] ?? 0n) - price;
  });
  const left = worth.map((amount, member) => {
    const part = share[member] ?? 0n;
    return part > 0n ? amount * part : 0n;
  });
  return (sold + coverBound(problem, { worth: left, ascending }, span)) / unit;
}

/** Limits that may bind within the span: the others are priced at nothing. */
function binding(problem: SelectionProblem, level: Level, span: Span): boolean[] {
  const { worth } = problem[level];
  const within = union(span.chosen, span.open);
  return problem.limits.map((limit) => {
    let sum = 0n;
    for (const member of membersOf(intersection(limit.members, within))) sum += worth[member] ?? 0n;
    return sum > capOf(limit, level);
  });
}

/** Changes the prices one by one for as long as the bound falls and stays above `target`, at most `rounds` times over. */
function improvedPrices(
  problem: SelectionProblem,
  level: Level,
  span: Span,
  known: readonly bigint[],
  target: bigint,
  rounds: number,
): { readonly bound: bigint; readonly prices: readonly bigint[] } {
  const relevant = binding(problem, level, span);
  let prices = known.map((price, index) => (relevant[index] === true ? price : 0n));
  let bound = pricedBound(problem, level, span, prices);
  for (let round = 0; round < rounds; round++) {
    const before = bound;
    for (let index = 0; index < prices.length && bound > target; index++) {
      if (relevant[index] !== true) continue;
      const price = prices[index] ?? 0n;
      for (const other of [price - 4n, price + 4n, 0n, unit]) {
        if (other < 0n || other > unit || other === price) continue;
        const tried = prices.with(index, other);
        const found = pricedBound(problem, level, span, tried);
        if (found >= bound) continue;
        [bound, prices] = [found, tried];
        if (bound <= target) break;
      }
    }
    if (bound === before) break;
  }
  return { bound, prices };
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function noPrices({ limits }: SelectionProblem): Prices {
  const nothing = limits.map(() => 0n);
  return { upper: nothing, certain: nothing };
}

function isLimited({ limits }: SelectionProblem, span: Span): boolean {
  const within = union(span.chosen, span.open);
  return limits.some(({ members }) => sizeOf(intersection(members, within)) > 1);
}

/**
 * An upper bound on the worth of every lawful set of the span (`chosen` excludes no member of `open`). Without limits: a clique cover.
 * Under limits each aim is also bounded by itself, with prices that are improved only as far as it takes to get down to `floor`.
 */
export function boundOn(
  problem: SelectionProblem,
  span: Span,
  floor: bigint,
  prices: Prices,
  rounds: number,
): PricedBound {
  const plain = coverBound(problem, problem.all, span);
  if (plain <= floor || !isLimited(problem, span)) return { prices, bound: plain };
  const { numeral } = problem;
  const target = floor < 0n ? -1n : floor / numeral.upper;
  const upper = improvedPrices(problem, 'upper', span, prices.upper, target, rounds);
  const most = upper.bound * numeral.upper;
  if (upper.bound !== target)
    return {
      prices: { ...prices, upper: upper.prices },
      bound: lesser(plain, most + numeral.upper - 1n),
    };
  const left = (floor % numeral.upper) / numeral.certain;
  const certain = improvedPrices(problem, 'certain', span, prices.certain, left, rounds);
  const kept = coverBound(problem, problem.kept, span);
  return {
    prices: { upper: upper.prices, certain: certain.prices },
    bound: lesser(plain, most + certain.bound * numeral.certain + kept),
  };
}

/** The weights that prices leave of the upper amounts: a guide to good sets under limits. */
export function remainingWorth(problem: SelectionProblem, prices: Prices): bigint[] {
  return problem.all.worth.map((worth, member) => {
    const paid = problem.limits.reduce(
      (sum, { members }, index) =>
        contains(members, member) ? sum + (prices.upper[index] ?? 0n) : sum,
      0n,
    );
    const part = paid < unit ? unit - paid : 0n;
    return worth * part + 1n;
  });
}
