import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import { paidBy } from './exhaustion.ts';
import type { BudgetClaim, Budgets } from './exhaustion.ts';
import { splitByWeight } from './split.ts';

type Claim = Omit<BudgetClaim, 'submittedAt'>;

function holdersOf(claims: readonly Claim[]): readonly string[] {
  return [...new Set(claims.flatMap(({ shares }) => shares.map(({ holder }) => holder)))].sort();
}

/** What a holder would pay of claims in full, exactly. */
function demandOn(holder: string, claims: readonly Claim[]): Rational {
  let sum = fraction.zero;
  for (const { fen, shares } of claims)
    for (const { holder: of, part } of shares)
      if (of === holder) sum = fraction.add(sum, fraction.multiply(fraction.rational(fen), part));
  return sum;
}

/** As much of all claims as the scarcest budgets allow, and whose these are; nobody's where all can be paid in full. */
function scarcest(claims: readonly Claim[], left: ReadonlyMap<string, Rational>) {
  let ratio: Rational = fraction.one;
  let holders: readonly string[] = [];
  for (const holder of holdersOf(claims)) {
    const allowed = fraction.divide(left.get(holder) ?? fraction.zero, demandOn(holder, claims));
    if (allowed === undefined || fraction.compare(allowed, fraction.one) >= 0) continue;
    const order = fraction.compare(allowed, ratio);
    if (order < 0) {
      ratio = allowed;
      holders = [holder];
    } else if (order === 0) holders = [...holders, holder];
  }
  return { ratio, holders };
}

function overdrawn(
  holder: string,
  claims: readonly Claim[],
  granted: ReadonlyMap<string, bigint>,
  budgets: Budgets,
): bigint {
  let paid = 0n;
  for (const claim of claims)
    if (claim.shares.some((share) => share.holder === holder))
      paid += paidBy(claim, granted.get(claim.subject) ?? 0n).get(holder) ?? 0n;
  return paid - (budgets.get(holder) ?? 0n);
}

/** Takes single 分 from claims, the largest first, until a holder pays `over` less; first where its own part becomes less. */
function relieve(
  holder: string,
  over: bigint,
  claims: readonly Claim[],
  granted: Map<string, bigint>,
): void {
  let left = over;
  const sumOf = ({ subject }: Claim) => granted.get(subject) ?? 0n;
  const partOf = (claim: Claim, fen: bigint) => paidBy(claim, fen).get(holder) ?? 0n;
  const paid = claims
    .filter((claim) => sumOf(claim) > 0n && partOf(claim, sumOf(claim)) > 0n)
    .sort((a, b) => {
      const [x, y] = [sumOf(a), sumOf(b)];
      return x === y ? (a.subject < b.subject ? -1 : 1) : x > y ? -1 : 1;
    });
  const lowered = paid.filter(
    (claim) => partOf(claim, sumOf(claim) - 1n) < partOf(claim, sumOf(claim)),
  );
  for (const claim of lowered.length > 0 ? lowered : paid) {
    if (left <= 0n) return;
    granted.set(claim.subject, sumOf(claim) - 1n);
    left -= 1n;
  }
}

/**
 * Reduces the claims of a closed round to the budgets that pay them: all in the same proportion, as far as money goes. Where a
 * budget is scarcer than the others, those that it pays are reduced further, in one proportion among themselves, and what the other
 * budgets then need not pay goes to the rest: nobody is reduced for want of money that lies idle, and it does not matter which district
 * is looked at first. Together exactly the budget where one body pays; where several do, some 分 less as far as the parts of each
 * claim are rounded. Nobody gets more than was claimed.
 */
export function scaleToBudgets(
  claims: readonly Claim[],
  budgets: Budgets,
): ReadonlyMap<string, bigint> {
  const granted = new Map<string, bigint>();
  const left = new Map([...budgets].map(([holder, fen]) => [holder, fraction.rational(fen)]));
  let waiting = claims;
  while (waiting.length > 0) {
    const { ratio, holders } = scarcest(waiting, left);
    const isDone = ({ shares }: Claim) =>
      holders.length === 0 || shares.some(({ holder }) => holders.includes(holder));
    const done = waiting.filter(isDone);
    const weights = done.map(({ subject, fen }) => ({
      name: subject,
      weight: fraction.rational(fen),
    }));
    const claimed = done.reduce((sum, { fen }) => sum + fen, 0n);
    const together = fraction.floor(fraction.multiply(ratio, fraction.rational(claimed)));
    for (const { name, fen } of splitByWeight(together, weights)) granted.set(name, fen);
    for (const holder of holdersOf(done)) {
      const paid = fraction.multiply(ratio, demandOn(holder, done));
      left.set(holder, fraction.subtract(left.get(holder) ?? fraction.zero, paid));
    }
    waiting = waiting.filter((claim) => !isDone(claim));
  }
  for (;;) {
    const over = holdersOf(claims)
      .map((holder) => [holder, overdrawn(holder, claims, granted, budgets)] as const)
      .find(([, fen]) => fen > 0n);
    if (over === undefined) return granted;
    relieve(over[0], over[1], claims, granted);
  }
}
