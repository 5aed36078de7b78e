/**
 * What an account is for. The first six are the budget: what was appropriated (negative) is available, reserved, approved,
 * ordered or spent. The others are cash and claims: what left a treasury (negative), what payees have, what the payers owe
 * each other, what is to come back.
 */
export type Purpose = BudgetPurpose | CashPurpose;

const budgetPurposes = [
  'appropriation',
  'available',
  'reserved',
  'approved',
  'ordered',
  'spent',
] as const;

export type BudgetPurpose = (typeof budgetPurposes)[number];
export type CashPurpose =
  | 'treasury'
  | 'payees'
  | 'receivable'
  | 'payable'
  | 'recoverable'
  | 'recovery_due'
  | 'interest';

export type Layer = 'budget' | 'cash';

/** Every entry balances within each layer by itself. */
export function layerOf(purpose: Purpose): Layer {
  return budgetPurposes.some((budget) => budget === purpose) ? 'budget' : 'cash';
}

/** What may never be overdrawn; the database has the same list as a check. */
const neverNegative: ReadonlySet<Purpose> = new Set([
  'available',
  'reserved',
  'approved',
  'ordered',
  'spent',
  'receivable',
  'recoverable',
]);

export interface Account {
  readonly pool: string;
  readonly year: number;
  /** The organisation whose money it is. */
  readonly holder: string;
  readonly purpose: Purpose;
  /** The other party of a claim; empty elsewhere. */
  readonly counterparty: string;
}

/** A sum in 分 that an entry adds to an account. */
export interface Posting {
  readonly account: Account;
  readonly fen: bigint;
}

/** One text an account, the same for the same account. */
export function accountKey({ pool, year, holder, purpose, counterparty }: Account): string {
  return JSON.stringify([pool, year, holder, purpose, counterparty]);
}

/** One posting an account, none of nothing, in an order that depends on the accounts alone. */
export function summed(postings: readonly Posting[]): readonly Posting[] {
  const sums = new Map<string, Posting>();
  for (const { account, fen } of postings) {
    const key = accountKey(account);
    sums.set(key, { account, fen: (sums.get(key)?.fen ?? 0n) + fen });
  }
  return [...sums]
    .filter(([, { fen }]) => fen !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, posting]) => posting);
}

/** An account that does not hold what is asked of it. */
export interface Shortfall {
  readonly account: Account;
  readonly balance: bigint;
}

/**
 * The first account that the postings would overdraw.
 *
 * @param postings One an account.
 * @param balanceOf What an account holds before them, in 分.
 */
export function findShortfall(
  postings: readonly Posting[],
  balanceOf: (account: Account) => bigint,
): Shortfall | undefined {
  for (const { account, fen } of postings) {
    const balance = balanceOf(account);
    if (fen < 0n && neverNegative.has(account.purpose) && balance + fen < 0n)
      return { account, balance };
  }
  return undefined;
}
