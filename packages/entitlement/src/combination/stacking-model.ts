import { bitSet, including } from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import type { Candidate } from './candidate.ts';
import { cappedShares, cappedTotal } from './capped-sum.ts';
import type { CappedSum, Limit } from './capped-sum.ts';
import type { StackingComponent } from './stacking-component.ts';

/** Where a limit comes from: a joint cap, or the part of a chain of top-ups up to the measure of a given amount. */
export type LimitOrigin =
  | { readonly kind: 'joint_cap'; readonly name: string; readonly capFen: bigint }
  | { readonly kind: 'top_up_chain' };

export type NamedLimit = Limit & { readonly origin: LimitOrigin };

/** One component with its candidates numbered by id. */
export interface StackingModel {
  readonly candidates: readonly Candidate[];
  /** Whom each excludes. */
  readonly excludes: readonly BitSet[];
  /** From the base upwards. */
  readonly chains: readonly (readonly number[])[];
  readonly jointCaps: readonly NamedLimit[];
  /** Order in which members are served under a cap: bases before what tops them up, then the larger amount, then by id. */
  readonly order: readonly number[];
  readonly certain: CappedSum;
  readonly upper: CappedSum;
}

/**
 * Limits along chains, for given amounts: the members of a chain with amounts up to v together count at most v. For every v among the
 * amounts that says: no selection of the chain counts more than its largest member.
 */
function chainLimits(
  chains: readonly (readonly number[])[],
  amounts: readonly bigint[],
): NamedLimit[] {
  return chains.flatMap((chain) => {
    const ascending = chain.toSorted((a, b) => {
      const difference = (amounts[a] ?? 0n) - (amounts[b] ?? 0n);
      return difference < 0n ? -1 : difference > 0n ? 1 : a - b;
    });
    return ascending.slice(1).map((last, index) => ({
      members: bitSet(amounts.length, ascending.slice(0, index + 2)),
      capFen: amounts[last] ?? 0n,
      origin: { kind: 'top_up_chain' } as const,
    }));
  });
}

export function limitsFor(
  { chains, jointCaps }: Pick<StackingModel, 'chains' | 'jointCaps'>,
  amounts: readonly bigint[],
): NamedLimit[] {
  return [...jointCaps, ...chainLimits(chains, amounts)];
}

function servingOrder(
  candidates: readonly Candidate[],
  chains: readonly (readonly number[])[],
): number[] {
  const step = candidates.map((_, index) =>
    Math.max(0, ...chains.map((chain) => chain.indexOf(index))),
  );
  return candidates
    .map((_, index) => index)
    .toSorted((a, b) => {
      const steps = (step[a] ?? 0) - (step[b] ?? 0);
      if (steps !== 0) return steps;
      const [left, right] = [candidates[a]?.upperFen ?? 0n, candidates[b]?.upperFen ?? 0n];
      return left > right ? -1 : left < right ? 1 : a - b;
    });
}

export function stackingModel(component: StackingComponent): StackingModel {
  const { candidates } = component;
  const size = candidates.length;
  const numberOf = new Map(candidates.map(({ id }, index) => [id, index]));
  const numbersOf = (ids: readonly string[]) => ids.map((id) => numberOf.get(id) ?? 0);
  const excludes = candidates.map(() => bitSet(size));
  for (const pair of component.exclusions) {
    const [a = 0, b = 0] = numbersOf(pair);
    excludes[a] = including(excludes[a] ?? [], b);
    excludes[b] = including(excludes[b] ?? [], a);
  }
  const chains = component.chains.map(numbersOf);
  const jointCaps = component.jointCaps.map(
    ({ name, capFen, members }): NamedLimit => ({
      members: bitSet(size, numbersOf(members)),
      capFen,
      origin: { kind: 'joint_cap', name, capFen },
    }),
  );
  const order = servingOrder(candidates, chains);
  const sumOf = (amounts: readonly bigint[]): CappedSum => ({
    amounts,
    limits: limitsFor({ chains, jointCaps }, amounts),
    order,
  });
  const certain = sumOf(candidates.map(({ certainFen }) => certainFen));
  const upper = sumOf(candidates.map(({ upperFen }) => upperFen));
  return { candidates, excludes, chains, jointCaps, order, certain, upper };
}

/** What each member counts, by index: once if every measure brings only what is certain, once if every measure reaches its most. */
export interface Shares {
  readonly certain: readonly bigint[];
  readonly upper: readonly bigint[];
}

/**
 * Shares of a set. The certain parts are counted first, and what the measures may reach fills up on top of them, wherever this
 * costs nothing of the upper total (only caps that cross one another can make it cost).
 */
export function sharesOf({ certain, upper }: StackingModel, set: BitSet): Shares {
  const certainShares = cappedShares(certain, set);
  const onTop = cappedShares(upper, set, certainShares);
  const total = onTop.reduce((sum, share) => sum + share, 0n);
  const reachable = cappedTotal(upper, set) === total;
  return { certain: certainShares, upper: reachable ? onTop : cappedShares(upper, set) };
}
