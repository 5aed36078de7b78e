import type { Share } from './shares.ts';
import { splitByWeight } from './split.ts';

/** A claim on budgets: whose, how much in 分, whose money pays which part of it, when it was submitted (milliseconds since 1970). */
export interface BudgetClaim {
  readonly subject: string;
  readonly fen: bigint;
  readonly shares: readonly Share[];
  readonly submittedAt: number;
}

/** What each holder of a budget has left, in 分; who is not named has nothing. */
export type Budgets = ReadonlyMap<string, bigint>;

export interface Served {
  readonly served: readonly BudgetClaim[];
  /** Who gets nothing now: for good (first come), or until there is money (queue). */
  readonly unserved: readonly BudgetClaim[];
}

/** What each holder pays of a sum, as it will be booked. */
export function paidBy(
  { shares }: Pick<BudgetClaim, 'shares'>,
  fen: bigint,
): ReadonlyMap<string, bigint> {
  const weights = shares.map(({ holder, part }) => ({ name: holder, weight: part }));
  return new Map(splitByWeight(fen, weights).map((slice) => [slice.name, slice.fen]));
}

/**
 * Serves claims in the order of their submission (at the same instant: by subject), each in full, until one does not fit: nobody
 * overtakes it on the money that it waits for. Whom other money pays goes on.
 */
export function serveInOrder(claims: readonly BudgetClaim[], budgets: Budgets): Served {
  const ordered = [...claims].sort(
    (a, b) => a.submittedAt - b.submittedAt || (a.subject < b.subject ? -1 : 1),
  );
  const left = new Map(budgets);
  const waitedFor = new Set<string>();
  const served: BudgetClaim[] = [];
  const unserved: BudgetClaim[] = [];
  for (const claim of ordered) {
    const parts = [...paidBy(claim, claim.fen)];
    const lacking = parts.filter(([holder, fen]) => fen > (left.get(holder) ?? 0n));
    for (const [holder] of lacking) waitedFor.add(holder);
    if (parts.some(([holder]) => waitedFor.has(holder))) {
      unserved.push(claim);
      continue;
    }
    for (const [holder, fen] of parts) left.set(holder, (left.get(holder) ?? 0n) - fen);
    served.push(claim);
  }
  return { served, unserved };
}
