import { sql } from 'kysely';
import type { BudgetYear, Ledger } from '../store/booking.ts';

/** How a holder's budget of a year stands, all sums in 分. */
export interface BudgetState extends BudgetYear {
  readonly holder: string;
  readonly appropriated: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
  readonly approved: bigint;
  readonly ordered: bigint;
  readonly spent: bigint;
}

/** How the budgets of a pool stand, by year and holder. */
export async function budgetState(
  transaction: Ledger,
  pool: string,
): Promise<readonly BudgetState[]> {
  const sum = (purpose: string) =>
    sql`coalesce(sum(balance_fen) filter (where purpose = ${purpose}), 0)::bigint`;
  const { rows } = await sql<BudgetState>`
    select pool, year, holder, -${sum('appropriation')} as appropriated, ${sum('available')} as available,
      ${sum('reserved')} as reserved, ${sum('approved')} as approved, ${sum('ordered')} as ordered,
      ${sum('spent')} as spent
    from ledger_account
    where pool = ${pool} and purpose in ('appropriation', 'available', 'reserved', 'approved', 'ordered', 'spent')
    group by pool, year, holder order by year, holder`.execute(transaction);
  return rows;
}
