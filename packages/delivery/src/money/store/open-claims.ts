import type { OpenClaims } from '../domain/cash-flows.ts';
import type { Ledger } from './booking.ts';

/** What payers still have to get from others (分), locked until the transaction ends. */
export async function lockClaims(
  transaction: Ledger,
  creditors: readonly string[],
): Promise<OpenClaims> {
  if (creditors.length === 0) return () => 0n;
  const accounts = await transaction
    .selectFrom('ledger_account')
    .select(['pool', 'year', 'holder', 'counterparty', 'balance_fen'])
    .where('purpose', '=', 'receivable')
    .where('holder', 'in', creditors)
    .orderBy('id')
    .forUpdate()
    .execute();
  const keyOf = (...words: readonly (string | number)[]) => JSON.stringify(words);
  const balances = new Map(
    accounts.map(
      ({ pool, year, holder, counterparty, balance_fen }) =>
        [keyOf(pool, year, holder, counterparty), balance_fen] as const,
    ),
  );
  return ({ pool, year, creditor, debtor }) =>
    balances.get(keyOf(pool, year, creditor, debtor)) ?? 0n;
}
