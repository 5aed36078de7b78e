import { sql } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { BankAccount } from '../domain/bank-account.ts';
import { order } from '../domain/budget-flows.ts';
import { totalOf } from '../domain/part.ts';
import { splitByParts } from '../domain/shares.ts';
import { lockAllotments } from './allotment.ts';
import { book } from './book.ts';
import type { Booking, BudgetYear, Ledger, LedgerFault } from './booking.ts';
import { endToEndId } from './payment-order.ts';
import { recordSet } from './record-set.ts';
import type { NotHeldFault } from './reservation.ts';

/** What a provider of vouchers gets for what it redeemed. */
export interface ProviderPayment extends BudgetYear {
  readonly voucherPool: string;
  readonly provider: string;
  readonly payer: string;
  readonly fen: bigint;
  readonly account: BankAccount;
}

/** Orders the payment of a provider out of what is approved for the pool of vouchers; the payment's id. */
export async function orderProviderPayment(
  transaction: Ledger,
  booking: Booking,
  payment: ProviderPayment,
): Promise<Result<string, LedgerFault | NotHeldFault>> {
  const { voucherPool, provider, payer, pool, year, fen, account } = payment;
  const held = await lockAllotments(transaction, [voucherPool]);
  const approved = held.map((each) => ({
    pool: each.pool,
    year: each.year,
    holder: each.holder,
    fen: each.approved,
  }));
  if (totalOf(approved) < fen) return fail({ code: 'not_held', subject: voucherPool });
  const parts = splitByParts(fen, approved).filter((part) => part.fen > 0n);
  const entry = await book(transaction, 'order', booking, order(parts));
  if (!entry.ok) return entry;
  const shares = Object.fromEntries(parts.map((part) => [part.holder, part.fen.toString()]));
  const { rows } = await sql<{ readonly id: string }>`
    with o as (
      select ${`${voucherPool}:${provider}`} || '/' || (count(*) + 1) as id, (count(*) + 1)::integer as attempt
      from payment where subject = ${voucherPool} and enterprise = ${provider}),
    part as (select * from ${recordSet(parts, { pool: 'text', year: 'integer', holder: 'text', fen: 'bigint' })} s),
    moved as (
      update allotment a set approved_fen = a.approved_fen - part.fen, ordered_fen = a.ordered_fen + part.fen
      from part where a.subject = ${voucherPool} and a.pool = part.pool and a.year = part.year
        and a.holder = part.holder),
    told as (
      insert into entry_subject (subject, entry, fen) select ${voucherPool}, ${entry.value}::bigint, ${fen}::bigint)
    insert into payment (id, subject, enterprise, district, pool, year, payer, attempt, fen, shares, account,
      state, end_to_end_id, ordered_at)
    select o.id, ${voucherPool}, ${provider}, coalesce(b.district, ''), ${pool}, ${year}::integer, ${payer}, o.attempt,
      ${fen}::bigint, ${JSON.stringify(shares)}::jsonb, ${JSON.stringify(account)}::jsonb, 'ordered', ${endToEndId},
      ${booking.at}::timestamptz
    from o join organisation b on b.id = ${payer} returning id`.execute(transaction);
  const [written] = rows;
  if (written === undefined) throw new Error('a payment is written where its payer is');
  return ok(written.id);
}
