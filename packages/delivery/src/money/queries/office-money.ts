import { sql } from 'kysely';
import type { Ledger } from '../store/booking.ts';

/** A pool of money with its names. */
export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A body whose money somebody handles. */
export interface Payer {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A batch of a payer and how far the bank has answered. */
export interface PayerBatch {
  readonly id: string;
  readonly state: 'prepared' | 'sent' | 'settled';
  readonly payments: number;
  readonly fen: bigint;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly unanswered: number;
}

export async function listPools(ledger: Ledger): Promise<readonly Pool[]> {
  const { rows } = await sql<Pool>`
    select id, name, name_en as "nameEn" from budget_pool order by id`.execute(ledger);
  return rows;
}

/**
 * Bodies that pay, or hold budgets, among those whose money is handled in a district (`undefined`: in the whole city).
 */
export async function listPayers(
  ledger: Ledger,
  district: string | undefined,
): Promise<readonly Payer[]> {
  const { rows } = await sql<Payer>`
    select o.id, o.name, o.name_en as "nameEn" from organisation o
    where (o.id in (select holder from ledger_account) or o.id in (select payer from payment))
      and (${district ?? null}::text is null or o.district = ${district ?? null}::text)
    order by o.id`.execute(ledger);
  return rows;
}

/** Names of bodies by id. */
export async function namesOfHolders(
  ledger: Ledger,
): Promise<ReadonlyMap<string, { readonly zh: string; readonly en: string }>> {
  const { rows } = await sql<Payer>`
    select id, name, name_en as "nameEn" from organisation where kind <> 'enterprise'`.execute(
    ledger,
  );
  return new Map(rows.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]));
}

/** The batches of a payer, the newest first. */
export async function listBatches(ledger: Ledger, payer: string): Promise<readonly PayerBatch[]> {
  const { rows } = await sql<PayerBatch>`
    select b.id, b.state, b.payments, b.total_fen as fen, b.created_at as "createdAt", b.sent_at as "sentAt",
      (select count(*) from payment p where p.batch = b.id and p.state in ('batched', 'sent'))::integer as unanswered
    from payment_batch b where b.payer = ${payer} order by b.created_at desc, b.id limit 200`.execute(
    ledger,
  );
  return rows;
}
