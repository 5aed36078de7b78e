import { sql } from 'kysely';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { summed } from '../domain/account.ts';
import type { Posting } from '../domain/account.ts';
import { takeBackOrder } from '../domain/budget-flows.ts';
import { pay, undoPayment } from '../domain/cash-flows.ts';
import type { Receipt } from '../domain/receipt.ts';
import { book } from './book.ts';
import type { Booking, Ledger, LedgerFault } from './booking.ts';
import { lockClaims } from './open-claims.ts';
import { movePayments, partsOfPayments } from './payment-movement.ts';
import type { Movement } from './payment-movement.ts';
import { recordSet } from './record-set.ts';
import { tellOfReturned } from './returned-notices.ts';
import { overSet } from './set-plan.ts';

const receiptColumns = {
  reference: 'text',
  endToEndId: 'text',
  fen: 'bigint',
  outcome: 'text',
  reason: 'text',
  valueDate: 'date',
} as const;

/** Keeps what is not kept yet; how many those are. A notice that comes again changes nothing. */
async function keepReceipts(
  transaction: Ledger,
  payer: string,
  receipts: readonly Receipt[],
  at: Date,
): Promise<number> {
  const rows = receipts.map((receipt) => ({ ...receipt, reason: receipt.reason ?? null }));
  const { rows: kept } = await sql<{ readonly id: string }>`
    insert into bank_receipt (id, payer, reference, end_to_end_id, fen, outcome, reason, value_date, unmatched, at)
    select distinct on (reference) ${payer} || '/' || reference, ${payer}, reference, "endToEndId", fen, outcome, reason, "valueDate",
      'unknown_payment', ${at}::timestamptz
    from ${recordSet(rows, receiptColumns)} r order by reference, outcome
    on conflict (payer, reference) do nothing returning id`.execute(transaction);
  return kept.length;
}

interface Match {
  readonly id: string;
  readonly receipt: string;
  readonly state: 'sent' | 'paid';
  readonly reason: string | null;
}

/** Pairs of a payment and the receipt that answers to it; the payments are locked. */
async function findMatches(
  transaction: Ledger,
  payer: string,
  outcome: Receipt['outcome'],
): Promise<readonly Match[]> {
  const states = outcome === 'paid' ? ['sent'] : ['sent', 'paid'];
  const { rows } = await sql<Match>`
    select p.id, r.id as receipt, p.state, r.reason
    from bank_receipt r join payment p on p.end_to_end_id = r.end_to_end_id and p.fen = r.fen
      and p.payer = r.payer
    where r.payer = ${payer} and r.payment is null and r.outcome = ${outcome} and p.state in (${sql.join(states)})
      -- What is asked back of the enterprise by other means does not come back twice.
      and not (p.state = 'paid' and exists (
        select 1 from recovery v where v.delivery_case = p.delivery_case and v.state <> 'written_off'))
    order by p.id, r.id for update of p`.execute(transaction);
  return rows.filter(({ id }, place) => rows[place - 1]?.id !== id);
}

async function tellReceipts(transaction: Ledger, matches: readonly Match[]): Promise<void> {
  const rows = matches.map(({ id, receipt }) => ({ id, receipt }));
  await sql`update bank_receipt r set payment = m.id, unmatched = null
    from ${recordSet(rows, { id: 'text', receipt: 'text' })} m where r.id = m.receipt`.execute(
    transaction,
  );
}

interface Effect extends Pick<Movement, 'state' | 'from' | 'to'> {
  readonly kind: string;
  readonly postings: (
    transaction: Ledger,
    payments: readonly string[],
  ) => Promise<readonly Posting[]>;
}

const effects = {
  paid: {
    kind: 'pay',
    state: 'paid',
    from: 'ordered',
    to: 'spent',
    async postings(transaction, payments) {
      const payers = await partsOfPayments(transaction, payments);
      return summed(payers.flatMap(({ payer, parts }) => pay(parts, payer)));
    },
  },
  returned: {
    kind: 'return',
    state: 'returned',
    from: 'ordered',
    to: 'approved',
    async postings(transaction, payments) {
      const payers = await partsOfPayments(transaction, payments);
      return summed(payers.flatMap(({ parts }) => takeBackOrder(parts)));
    },
  },
  returnedLater: {
    kind: 'return_paid',
    state: 'returned',
    from: 'spent',
    to: 'approved',
    async postings(transaction, payments) {
      const payers = await partsOfPayments(transaction, payments);
      const open = await lockClaims(
        transaction,
        payers.map(({ payer }) => payer),
      );
      return summed(payers.flatMap(({ payer, parts }) => undoPayment(parts, payer, open)));
    },
  },
} as const satisfies Readonly<Record<string, Effect>>;

async function take(
  transaction: Ledger,
  booking: Booking,
  matches: readonly Match[],
  effect: Effect,
): Promise<Result<undefined, LedgerFault>> {
  if (matches.length === 0) return ok(undefined);
  const { kind, state, from, to } = effect;
  return overSet(transaction, matches.length, async () => {
    const postings = await effect.postings(
      transaction,
      matches.map(({ id }) => id),
    );
    const entry = await book(transaction, kind, booking, postings);
    if (!entry.ok) return entry;
    if (entry.value === undefined) return ok(undefined);
    const payments = matches.map(({ id, reason }) => ({ id, reason: reason ?? undefined }));
    const movement = { state, from, to, entry: entry.value, at: booking.at };
    await movePayments(transaction, payments, movement);
    await tellReceipts(transaction, matches);
    if (state === 'returned') await tellOfReturned(transaction, booking, matches);
    return ok(undefined);
  });
}

async function explainUnmatched(transaction: Ledger, payer: string): Promise<void> {
  await sql`update bank_receipt r set unmatched = case
      when p.id is null then 'unknown_payment'
      when p.fen <> r.fen then 'wrong_sum'
      when p.state in ('ordered', 'batched') then 'not_sent'
      else 'already_settled' end
    from bank_receipt u left join payment p on p.end_to_end_id = u.end_to_end_id and p.payer = u.payer
    where u.id = r.id and u.payer = ${payer} and r.payment is null`.execute(transaction);
}

async function closeBatches(transaction: Ledger): Promise<void> {
  await sql`update payment_batch b set state = 'settled'
    where b.state = 'sent' and not exists (
      select 1 from payment p where p.batch = b.id and p.state in ('batched', 'sent'))`.execute(
    transaction,
  );
}

/** What came of a bank's notices. */
export interface ReceiptsTaken {
  /** Notices that were not known before. */
  readonly fresh: number;
  readonly paid: number;
  readonly returned: number;
}

/**
 * Takes the notices of a payer's bank: each is kept once and matched by its end-to-end id and sum. What reached its payee is paid; what came
 * back is approved again and may be ordered anew. What answers to no payment stays, with the reason why. Notices that
 * stayed earlier are tried again.
 */
export async function takeReceipts(
  transaction: Ledger,
  booking: Booking,
  payer: string,
  receipts: readonly Receipt[],
): Promise<Result<ReceiptsTaken, LedgerFault>> {
  const fresh = await keepReceipts(transaction, payer, receipts, booking.at);
  const paid = await findMatches(transaction, payer, 'paid');
  const taken = await take(transaction, booking, paid, effects.paid);
  if (!taken.ok) return taken;
  const returned = await findMatches(transaction, payer, 'returned');
  const atOnce = returned.filter(({ state }) => state === 'sent');
  const later = returned.filter(({ state }) => state === 'paid');
  for (const [matches, effect] of [
    [atOnce, effects.returned],
    [later, effects.returnedLater],
  ] as const) {
    const back = await take(transaction, booking, matches, effect);
    if (!back.ok) return back;
  }
  await explainUnmatched(transaction, payer);
  await closeBatches(transaction);
  return ok({ fresh, paid: paid.length, returned: returned.length });
}
