import { sql } from 'kysely';
import type { PaymentState } from '@luodi/platform';
import { z } from 'zod';
import { maskAccountNumber } from '../domain/bank-account.ts';
import type { Ledger } from '../store/booking.ts';

/** What happened to the money of a case (or of a pool of vouchers), one entry of the ledger after the other. */
export interface MoneyEvent {
  readonly entry: bigint;
  readonly at: Date;
  readonly kind: string;
  /** Why, down to the clause. */
  readonly words: string;
  /** How much of the entry is its own, in 分. */
  readonly fen: bigint;
}

export interface HeldMoney {
  readonly pool: string;
  readonly year: number;
  readonly holder: string;
  readonly reserved: bigint;
  readonly approved: bigint;
  readonly ordered: bigint;
  readonly spent: bigint;
}

export interface ShownPayment {
  readonly id: string;
  readonly attempt: number;
  readonly fen: bigint;
  readonly state: PaymentState;
  readonly endToEndId: string;
  readonly reason: string | null;
  readonly orderedAt: Date;
  readonly settledAt: Date | null;
  readonly account: { readonly name: string; readonly bank: string; readonly number: string };
}

const accountSchema = z.object({ name: z.string(), bank: z.string(), number: z.string() });

async function paymentsOf(transaction: Ledger, subject: string): Promise<readonly ShownPayment[]> {
  const payments = await transaction
    .selectFrom('payment')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('ordered_at')
    .orderBy('id')
    .execute();
  return payments.map((payment) => {
    const { name, bank, number } = accountSchema.parse(payment.account);
    return {
      id: payment.id,
      attempt: payment.attempt,
      fen: payment.fen,
      state: payment.state,
      endToEndId: payment.end_to_end_id,
      reason: payment.reason,
      orderedAt: payment.ordered_at,
      settledAt: payment.settled_at,
      account: { name, bank, number: maskAccountNumber(number) },
    };
  });
}

/** Everything that the ledger knows of a subject: what it holds, how that came about, its payments with masked accounts. */
export async function subjectMoney(
  transaction: Ledger,
  subject: string,
): Promise<{
  readonly held: readonly HeldMoney[];
  readonly events: readonly MoneyEvent[];
  readonly payments: readonly ShownPayment[];
}> {
  const { rows: held } = await sql<HeldMoney>`
    select pool, year, holder, reserved_fen as reserved, approved_fen as approved, ordered_fen as ordered,
      spent_fen as spent
    from allotment where subject = ${subject} order by year, pool, holder`.execute(transaction);
  const { rows: events } = await sql<MoneyEvent>`
    select e.id as entry, e.at, e.kind, e.words, s.fen
    from entry_subject s join ledger_entry e on e.id = s.entry
    where s.subject = ${subject} order by e.id`.execute(transaction);
  return { held, events, payments: await paymentsOf(transaction, subject) };
}
