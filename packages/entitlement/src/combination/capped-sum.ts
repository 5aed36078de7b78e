import {
  bitSet,
  contains,
  intersection,
  intersects,
  isSubset,
  membersOf,
  union,
} from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import { largestPacking } from './integer-program.ts';

/** The shares of `members` together count at most `capFen`. */
export interface Limit {
  readonly members: BitSet;
  readonly capFen: bigint;
}

export interface CappedSum {
  /** Most that each may count, by index; not negative. */
  readonly amounts: readonly bigint[];
  readonly limits: readonly Limit[];
  /** All indices, those served first in front: whoever comes first gets his full share as long as the sum does not suffer. */
  readonly order: readonly number[];
}

function amountOf(amounts: readonly bigint[], members: Iterable<number>): bigint {
  let total = 0n;
  for (const member of members) total += amounts[member] ?? 0n;
  return total;
}

/** The limits that bind some members of `set`, cut to the set; of several over the same members the tightest. */
function bindingLimits({ amounts, limits }: CappedSum, set: BitSet): Limit[] {
  const binding: Limit[] = [];
  for (const limit of limits) {
    const members = intersection(limit.members, set);
    if (amountOf(amounts, membersOf(members)) <= limit.capFen) continue;
    const implied = (other: Limit) =>
      isSubset(members, other.members) && other.capFen <= limit.capFen;
    if (binding.some(implied)) continue;
    binding.push({ members, capFen: limit.capFen });
  }
  return binding;
}

/** Groups of limits that share members, directly or through others. */
function connectedLimits(limits: readonly Limit[]): Limit[][] {
  let groups: { members: BitSet; limits: Limit[] }[] = [];
  for (const limit of limits) {
    const touching = groups.filter((group) => intersects(group.members, limit.members));
    const merged = {
      members: touching.reduce((all, group) => union(all, group.members), limit.members),
      limits: [...touching.flatMap((group) => group.limits), limit],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map((group) => group.limits);
}

function isLaminar(limits: readonly Limit[]): boolean {
  return limits.every((a, index) =>
    limits.slice(index + 1).every(({ members }) => {
      const apart = !intersects(a.members, members);
      return apart || isSubset(a.members, members) || isSubset(members, a.members);
    }),
  );
}

/**
 * Serves the members in their order, each as far as its limits have room. Where any two limits are apart or one lies in the other,
 * the lawful shares form a polymatroid and the sum is the largest whatever the order (J. Edmonds, 1970).
 */
function serveInOrder(
  members: readonly number[],
  amounts: readonly bigint[],
  limits: readonly Limit[],
  shares: bigint[],
): void {
  const room = limits.map((limit) => limit.capFen - amountOf(shares, membersOf(limit.members)));
  for (const member of members) {
    let spare = (amounts[member] ?? 0n) - (shares[member] ?? 0n);
    limits.forEach((limit, index) => {
      const left = room[index] ?? 0n;
      if (left < spare && contains(limit.members, member)) spare = left;
    });
    if (spare <= 0n) continue;
    shares[member] = (shares[member] ?? 0n) + spare;
    limits.forEach((limit, index) => {
      if (contains(limit.members, member)) room[index] = (room[index] ?? 0n) - spare;
    });
  }
}

/** Crossing limits: members under the same limits are one variable of a whole-number program. */
function serveByProgram(
  members: readonly number[],
  amounts: readonly bigint[],
  limits: readonly Limit[],
  shares: bigint[],
): void {
  const classes = new Map<string, number[]>();
  for (const member of members) {
    const signature = limits.map((limit) => (contains(limit.members, member) ? 1 : 0)).join('');
    classes.set(signature, [...(classes.get(signature) ?? []), member]);
  }
  const pooled = [...classes.values()];
  const found = largestPacking({
    bounds: pooled.map((pool) => amountOf(amounts, pool) - amountOf(shares, pool)),
    rows: limits.map((limit) => ({
      members: pooled.flatMap((pool, index) =>
        contains(limit.members, pool[0] ?? -1) ? [index] : [],
      ),
      cap: limit.capFen - amountOf(shares, membersOf(limit.members)),
    })),
  });
  pooled.forEach((pool, index) => {
    let left = found[index] ?? 0n;
    for (const member of pool) {
      const room = (amounts[member] ?? 0n) - (shares[member] ?? 0n);
      const share = room < left ? room : left;
      shares[member] = (shares[member] ?? 0n) + share;
      left -= share;
    }
  });
}

function serveGroup(
  members: readonly number[],
  { amounts }: CappedSum,
  limits: readonly Limit[],
  shares: bigint[],
): void {
  if (isLaminar(limits)) return serveInOrder(members, amounts, limits, shares);
  const greedy = shares.slice();
  serveInOrder(members, amounts, limits, greedy);
  const exact = shares.slice();
  serveByProgram(members, amounts, limits, exact);
  const better = amountOf(exact, members) > amountOf(greedy, members) ? exact : greedy;
  for (const member of members) shares[member] = better[member] ?? 0n;
}

/**
 * What each member of `set` counts when the sum is as large as the limits allow: whole fen, none above its own amount, zero outside
 * the set. `atLeast` (lawful shares, by index) is kept as a floor; the sum is then the largest above that floor.
 *
 * Overlapping limits are respected all at once: the sum is the maximum of Σ xᵢ over whole xᵢ with 0 ≤ xᵢ ≤ amountᵢ and every limit kept.
 */
export function cappedShares(sum: CappedSum, set: BitSet, atLeast?: readonly bigint[]): bigint[] {
  const shares = sum.amounts.map((_, index) =>
    contains(set, index) ? (atLeast?.[index] ?? 0n) : 0n,
  );
  const limits = bindingLimits(sum, set);
  let limited = bitSet(sum.amounts.length);
  for (const group of connectedLimits(limits)) {
    const members = group
      .map((limit) => limit.members)
      .reduce((all, more) => union(all, more), bitSet(sum.amounts.length));
    limited = union(limited, members);
    const inOrder = sum.order.filter((member) => contains(members, member));
    serveGroup(inOrder, sum, group, shares);
  }
  for (const member of membersOf(set))
    if (!contains(limited, member)) shares[member] = sum.amounts[member] ?? 0n;
  return shares;
}

/** The largest sum that the members of `set` may count together, in fen. */
export function cappedTotal(sum: CappedSum, set: BitSet): bigint {
  return amountOf(cappedShares(sum, set), membersOf(set));
}
