import type { BudgetYear, Ledger } from './booking.ts';

/** A pool of money; `undefined`: there is none of this id. */
export async function findPool(transaction: Ledger, id: string) {
  return transaction.selectFrom('budget_pool').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What a holder has available of a year (分), locked until the transaction ends; nothing where no budget was granted. */
export async function availableFen(
  transaction: Ledger,
  { pool, year, holder }: BudgetYear & { readonly holder: string },
): Promise<bigint> {
  const account = await transaction
    .selectFrom('ledger_account')
    .select('balance_fen')
    .where('pool', '=', pool)
    .where('year', '=', year)
    .where('holder', '=', holder)
    .where('purpose', '=', 'available')
    .forUpdate()
    .executeTakeFirst();
  return account?.balance_fen ?? 0n;
}
