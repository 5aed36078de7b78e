import { fraction } from '@luodi/kernel';
import { splitByWeight } from './split.ts';

/** A claim on a budget: whose, how much in 分, when it was submitted (milliseconds since 1970). */
export interface BudgetClaim {
  readonly subject: string;
  readonly fen: bigint;
  readonly submittedAt: number;
}

export interface Served {
  readonly served: readonly BudgetClaim[];
  /** Who gets nothing now: for good (first come), or until there is money (queue). */
  readonly unserved: readonly BudgetClaim[];
}

/**
 * Serves claims in the order of their submission (at the same instant: by subject), each in full, until one does not fit:
 * nobody overtakes it.
 */
export function serveInOrder(claims: readonly BudgetClaim[], available: bigint): Served {
  const ordered = [...claims].sort(
    (a, b) => a.submittedAt - b.submittedAt || (a.subject < b.subject ? -1 : 1),
  );
  let left = available;
  const firstUnserved = ordered.findIndex(({ fen }) => {
    left -= fen;
    return left < 0n;
  });
  const count = firstUnserved === -1 ? ordered.length : firstUnserved;
  return { served: ordered.slice(0, count), unserved: ordered.slice(count) };
}

/**
 * Scales all claims of a closed round to the budget: in full where it suffices, else each in proportion, together exactly
 * the budget. Nobody gets more than was claimed.
 */
export function scaleToBudget(
  claims: readonly Pick<BudgetClaim, 'subject' | 'fen'>[],
  available: bigint,
): ReadonlyMap<string, bigint> {
  const claimed = claims.reduce((sum, { fen }) => sum + fen, 0n);
  if (claimed <= available) return new Map(claims.map(({ subject, fen }) => [subject, fen]));
  const weights = claims.map(({ subject, fen }) => ({
    name: subject,
    weight: fraction.rational(fen),
  }));
  return new Map(splitByWeight(available, weights).map(({ name, fen }) => [name, fen]));
}
