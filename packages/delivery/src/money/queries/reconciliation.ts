import { sql } from 'kysely';
import type { Ledger } from '../store/booking.ts';

/** A notice of the bank that answers to no payment, and why not. */
export interface UnmatchedReceipt {
  readonly reference: string;
  readonly endToEndId: string | null;
  /** In 分. */
  readonly fen: bigint;
  readonly outcome: 'paid' | 'returned';
  readonly reason: string | null;
  readonly valueDate: string;
  readonly because: 'unknown_payment' | 'wrong_sum' | 'not_sent' | 'already_settled';
  /** The payment of that number, where there is one: its id and sum. */
  readonly payment: string | null;
  readonly paymentFen: bigint | null;
}

/** A batch at the bank, and how much of it the bank has answered. */
export interface OpenBatch {
  readonly batch: string;
  readonly sentAt: Date | null;
  readonly payments: number;
  readonly fen: bigint;
  readonly unanswered: number;
  readonly unansweredFen: bigint;
}

/** A claim of one payer on another, in 分. */
export interface OpenClaim {
  readonly pool: string;
  readonly year: number;
  readonly creditor: string;
  readonly debtor: string;
  readonly fen: bigint;
}

/** What a payer has to look after: notices without a payment, batches without an answer. */
export async function reconciliation(
  transaction: Ledger,
  payer: string,
): Promise<{
  readonly unmatched: readonly UnmatchedReceipt[];
  readonly batches: readonly OpenBatch[];
}> {
  const { rows: unmatched } = await sql<UnmatchedReceipt>`
    select r.reference, r.end_to_end_id as "endToEndId", r.fen, r.outcome, r.reason,
      r.value_date as "valueDate", r.unmatched as because, p.id as payment, p.fen as "paymentFen"
    from bank_receipt r left join payment p on p.end_to_end_id = r.end_to_end_id and p.payer = r.payer
    where r.payer = ${payer} and r.payment is null order by r.value_date, r.reference`.execute(
    transaction,
  );
  const { rows: batches } = await sql<OpenBatch>`
    select b.id as batch, b.sent_at as "sentAt", b.payments, b.total_fen as fen,
      (count(p.id) filter (where p.state = 'sent'))::integer as unanswered,
      coalesce(sum(p.fen) filter (where p.state = 'sent'), 0)::bigint as "unansweredFen"
    from payment_batch b left join payment p on p.batch = b.id
    where b.payer = ${payer} and b.state = 'sent' group by b.id order by b.sent_at, b.id`.execute(
    transaction,
  );
  return { unmatched, batches };
}

/** Who still owes whom for payments that were advanced. */
export async function openClaims(transaction: Ledger): Promise<readonly OpenClaim[]> {
  const { rows } = await sql<OpenClaim>`
    select pool, year, holder as creditor, counterparty as debtor, balance_fen as fen
    from ledger_account where purpose = 'receivable' and balance_fen > 0
    order by pool, year, holder, counterparty`.execute(transaction);
  return rows;
}
