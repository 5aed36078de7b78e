import { sql } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { accountKey, findShortfall } from '../domain/account.ts';
import type { Account, Posting, Shortfall } from '../domain/account.ts';
import type { Booking, Ledger, LedgerFault } from './booking.ts';
import { recordSet } from './record-set.ts';

const accountColumns = {
  pool: 'text',
  year: 'integer',
  holder: 'text',
  purpose: 'text',
  counterparty: 'text',
} as const;

interface LockedAccount {
  readonly id: bigint;
  readonly balance: bigint;
}

/** Locks in the order of the ids, so that two who need the same accounts wait for each other instead of blocking. */
async function lockExisting(
  transaction: Ledger,
  accounts: readonly Account[],
): Promise<Map<string, LockedAccount>> {
  const { rows } = await sql<Account & { id: bigint; balance_fen: bigint }>`
    select a.id, a.pool, a.year, a.holder, a.purpose, a.counterparty, a.balance_fen
    from ledger_account a join ${recordSet(accounts, accountColumns)} w
      using (pool, year, holder, purpose, counterparty)
    order by a.id for update of a`.execute(transaction);
  return new Map(
    rows.map((row) => [accountKey(row), { id: row.id, balance: row.balance_fen }] as const),
  );
}

async function createAccounts(transaction: Ledger, accounts: readonly Account[]): Promise<void> {
  await sql`insert into ledger_account (pool, year, holder, purpose, counterparty)
    select w.pool, w.year, w.holder, w.purpose, w.counterparty
    from ${recordSet(accounts, accountColumns)} w
    order by 1, 2, 3, 4, 5 on conflict do nothing`.execute(transaction);
}

function faultOf({ account, balance }: Shortfall): LedgerFault {
  const { pool, year, holder, purpose } = account;
  return purpose === 'available'
    ? { code: 'budget_exhausted', pool, year, holder, available: balance }
    : { code: 'balance_too_small', pool, year, holder, purpose, balance };
}

async function write(
  transaction: Ledger,
  kind: string,
  { subject, words, actor, at }: Booking,
  lines: readonly { readonly account: bigint; readonly fen: bigint }[],
): Promise<bigint> {
  const { id } = await transaction
    .insertInto('ledger_entry')
    .values({ at, kind, subject, words, actor: actor.user })
    .returning('id')
    .executeTakeFirstOrThrow();
  const set = recordSet(lines, { account: 'bigint', fen: 'bigint' });
  await sql`with line as materialized (select * from ${set} s),
    moved as (
      update ledger_account a set balance_fen = a.balance_fen + line.fen
      from line where a.id = line.account)
    insert into posting (entry, account, fen) select ${id}, account, fen from line`.execute(
    transaction,
  );
  return id;
}

/**
 * Writes an entry and moves the balances, if no account is overdrawn by it.
 *
 * @param kind What happens: one word of the ledger's own.
 * @param postings One an account, together zero.
 * @param opens Whether budgets that are not there yet are opened by it.
 * @returns The entry's id; `undefined` where there is nothing to move. A refusal has changed nothing.
 */
export async function book(
  transaction: Ledger,
  kind: string,
  booking: Booking,
  postings: readonly Posting[],
  opens = false,
): Promise<Result<bigint | undefined, LedgerFault>> {
  if (postings.length === 0) return ok(undefined);
  const accounts = postings.map(({ account }) => account);
  let locked = await lockExisting(transaction, accounts);
  const missing = accounts.filter((account) => !locked.has(accountKey(account)));
  const unopened = missing.find(({ purpose }) => purpose === 'available');
  if (unopened !== undefined && !opens) {
    const { pool, year, holder } = unopened;
    return fail({ code: 'account_missing', pool, year, holder });
  }
  const shortfall = findShortfall(
    postings,
    (account) => locked.get(accountKey(account))?.balance ?? 0n,
  );
  if (shortfall !== undefined) return fail(faultOf(shortfall));
  if (missing.length > 0) {
    await createAccounts(transaction, missing);
    locked = await lockExisting(transaction, accounts);
  }
  const lines = postings.flatMap(({ account, fen }) => {
    const id = locked.get(accountKey(account))?.id;
    return id === undefined ? [] : [{ account: id, fen }];
  });
  return ok(await write(transaction, kind, booking, lines));
}
