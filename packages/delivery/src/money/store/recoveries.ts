import { sql } from 'kysely';
import type { Part } from '../domain/part.ts';
import type { Ledger } from './booking.ts';

/** The payment of a case that reached its payee, and how much of each part is still spent (分). */
export interface PaidCase {
  readonly enterprise: string;
  readonly district: string;
  readonly pool: string;
  readonly year: number;
  readonly payer: string;
  readonly spent: readonly Part[];
}

/** `undefined`: nothing was paid for the case, or the actor may not see it. What it holds is locked. */
export async function lockPaidCase(
  transaction: Ledger,
  subject: string,
): Promise<PaidCase | undefined> {
  const payment = await transaction
    .selectFrom('payment')
    .select(['enterprise', 'district', 'pool', 'year', 'payer'])
    .where('delivery_case', '=', subject)
    .where('state', '=', 'paid')
    .executeTakeFirst();
  if (payment === undefined) return undefined;
  const spent = await transaction
    .selectFrom('allotment')
    .select(['pool', 'year', 'holder', 'spent_fen as fen'])
    .where('subject', '=', subject)
    .where('pool', '=', payment.pool)
    .where('year', '=', payment.year)
    .where('spent_fen', '>', 0n)
    .orderBy('holder')
    .forUpdate()
    .execute();
  return { ...payment, spent };
}

/** A recovery of this id, locked; `undefined`: there is none that the actor may see. */
export async function lockRecovery(transaction: Ledger, id: string) {
  return transaction
    .selectFrom('recovery')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The principal that open recoveries of a case still ask for, in 分. */
export async function openPrincipal(transaction: Ledger, subject: string): Promise<bigint> {
  const { rows } = await sql<{ readonly fen: bigint }>`
    select coalesce(sum(fen - greatest(received_fen - interest_fen, 0)), 0)::bigint as fen
    from recovery where delivery_case = ${subject} and state in ('ordered', 'part_paid')`.execute(
    transaction,
  );
  return rows[0]?.fen ?? 0n;
}

/** What a subject has spent shrinks by what came back. The entry is written before. */
export async function takeFromSpent(
  transaction: Ledger,
  subject: string,
  entry: bigint,
  parts: readonly Part[],
  fen: bigint,
): Promise<void> {
  for (const part of parts)
    await transaction
      .updateTable('allotment')
      .set((row) => ({ spent_fen: row('spent_fen', '-', part.fen) }))
      .where('subject', '=', subject)
      .where('pool', '=', part.pool)
      .where('year', '=', part.year)
      .where('holder', '=', part.holder)
      .execute();
  await transaction.insertInto('entry_subject').values({ subject, entry, fen }).execute();
}
