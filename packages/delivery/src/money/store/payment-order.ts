import { sql } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { accountNumberForm } from '../domain/bank-account.ts';
import { order } from '../domain/budget-flows.ts';
import type { Part } from '../domain/part.ts';
import { totalOf } from '../domain/part.ts';
import { book } from './book.ts';
import type { Booking, BudgetYear, Ledger, LedgerFault } from './booking.ts';
import { recordSet } from './record-set.ts';
import { overSet } from './set-plan.ts';

/** Who is to be paid out of which budget, and by whom (the holder who pays first). */
export interface PaymentOrder extends BudgetYear {
  readonly cases: readonly string[];
  readonly payer: string;
}

export type OrderFaultCode =
  /** The case does not exist, or the actor may not see it. */
  | 'case_unknown'
  /** Nothing is approved for it. */
  | 'not_held'
  /** It has a payment that was not returned. */
  | 'payment_live'
  /** It names no account that money could go to. */
  | 'account_invalid';

export interface OrderFault {
  readonly code: OrderFaultCode;
  /** The first such case. */
  readonly subject: string;
}

/** What was ordered: how many payments, and how much in 分. */
export interface Ordered {
  readonly payments: number;
  readonly fen: bigint;
}

function casesOf({ cases }: PaymentOrder) {
  return recordSet(
    [...new Set(cases)].map((id) => ({ id })),
    { id: 'text' },
  );
}

/** Locks what the cases hold, then looks for the first that cannot be paid. */
async function findUnpayable(
  transaction: Ledger,
  payments: PaymentOrder,
): Promise<OrderFault | undefined> {
  const { pool, year } = payments;
  const wanted = casesOf(payments);
  await sql`select count(*) from (
    select 1 from allotment a join ${wanted} w on a.subject = w.id
    where a.pool = ${pool} and a.year = ${year}
    order by a.subject, a.holder for update of a) locked`.execute(transaction);
  const { rows } = await sql<OrderFault>`
    select code, id as subject from (
      select w.id, case
        when c.id is null then 'case_unknown'
        when exists (select 1 from payment p where p.delivery_case = w.id
          and p.state in ('ordered', 'batched', 'sent', 'paid')) then 'payment_live'
        when not exists (select 1 from allotment a where a.subject = w.id
          and a.pool = ${pool} and a.year = ${year} and a.approved_fen > 0) then 'not_held'
        when coalesce(c.account->>'number', '') !~ ${accountNumberForm.source}
          or coalesce(c.account->>'name', '') = '' or coalesce(c.account->>'bank', '') = ''
          then 'account_invalid'
      end as code
      from ${wanted} w left join delivery_case c on c.id = w.id) checked
    where code is not null order by id limit 1`.execute(transaction);
  return rows[0];
}

async function approvedParts(
  transaction: Ledger,
  payments: PaymentOrder,
): Promise<readonly Part[]> {
  const { pool, year } = payments;
  const { rows } = await sql<Part>`
    select a.pool, a.year, a.holder, sum(a.approved_fen)::bigint as fen
    from allotment a join ${casesOf(payments)} w on a.subject = w.id
    where a.pool = ${pool} and a.year = ${year} and a.approved_fen > 0
    group by 1, 2, 3`.execute(transaction);
  return rows;
}

/** The number that the bank gives back with its receipt: letters and digits, 32 of the 35 that ISO 20022 allows. */
export const endToEndId = sql`'LD' || upper(substr(encode(sha256(convert_to(o.id, 'UTF8')), 'hex'), 1, 30))`;

async function writePayments(
  transaction: Ledger,
  payments: PaymentOrder,
  { at }: Booking,
  entry: bigint,
): Promise<void> {
  const { pool, year, payer } = payments;
  await sql`
    with held as materialized (
      select a.subject, a.holder, a.approved_fen as fen
      from allotment a join ${casesOf(payments)} w on a.subject = w.id
      where a.pool = ${pool} and a.year = ${year} and a.approved_fen > 0),
    moved as (
      update allotment a set approved_fen = a.approved_fen - h.fen, ordered_fen = a.ordered_fen + h.fen
      from held h
      where a.subject = h.subject and a.pool = ${pool} and a.year = ${year} and a.holder = h.holder),
    summed as (
      select subject, sum(fen)::bigint as fen, jsonb_object_agg(holder, fen::text) as shares
      from held group by subject),
    attempts as (
      select p.subject, max(p.attempt) as last from payment p join summed using (subject) group by 1),
    o as (
      select s.subject || '/' || (coalesce(t.last, 0) + 1) as id, coalesce(t.last, 0) + 1 as attempt,
        s.subject, s.fen, s.shares, c.enterprise, c.district, c.account
      from summed s join delivery_case c on c.id = s.subject left join attempts t on t.subject = s.subject),
    written as (
      insert into payment (id, subject, delivery_case, enterprise, district, pool, year, payer, attempt, fen,
        shares, account, state, end_to_end_id, ordered_at)
      select o.id, o.subject, o.subject, o.enterprise, o.district, ${pool}, ${year}::integer, ${payer}, o.attempt, o.fen,
        o.shares, o.account, 'ordered', ${endToEndId}, ${at}::timestamptz
      from o returning subject, fen)
    insert into entry_subject (subject, entry, fen) select subject, ${entry}, fen from written`.execute(
    transaction,
  );
}

/**
 * Orders the payment of all that is approved for the cases, to the accounts that they name: approved → ordered. All of them or
 * none, however many, in a few statements. A case whose payment was returned is ordered anew under the next attempt.
 */
export async function orderPayments(
  transaction: Ledger,
  booking: Booking,
  payments: PaymentOrder,
): Promise<Result<Ordered, LedgerFault | OrderFault>> {
  return overSet(transaction, payments.cases.length, () =>
    orderAll(transaction, booking, payments),
  );
}

async function orderAll(
  transaction: Ledger,
  booking: Booking,
  payments: PaymentOrder,
): Promise<Result<Ordered, LedgerFault | OrderFault>> {
  const unpayable = await findUnpayable(transaction, payments);
  if (unpayable !== undefined) return fail(unpayable);
  const parts = await approvedParts(transaction, payments);
  const entry = await book(transaction, 'order', booking, order(parts));
  if (!entry.ok) return entry;
  if (entry.value === undefined) return ok({ payments: 0, fen: 0n });
  await writePayments(transaction, payments, booking, entry.value);
  return ok({ payments: payments.cases.length, fen: totalOf(parts) });
}
