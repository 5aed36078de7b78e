import { sql } from 'kysely';
import { z } from 'zod';
import type { BankAccount } from '../domain/bank-account.ts';
import type { Ledger } from '../store/booking.ts';

/** A pool of money with its names. */
export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly owner: string;
  /** The last year into which what is left may be carried; `null`: it lapses at the end of its year. */
  readonly rollingUntil: number | null;
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
  readonly state: 'prepared' | 'sent' | 'settled' | 'dissolved';
  /** The hash of the file that went to the bank. */
  readonly sha256: string | null;
  readonly payments: number;
  readonly fen: bigint;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly unanswered: number;
}

export async function listPools(ledger: Ledger): Promise<readonly Pool[]> {
  const { rows } = await sql<Pool>`
    select id, name, name_en as "nameEn", owner, rolling_until as "rollingUntil" from budget_pool order by id`.execute(
    ledger,
  );
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

/** Bodies in a district (`undefined`: in the whole city) that may have a budget or answer for a pool. */
export async function listBodies(
  ledger: Ledger,
  district: string | undefined,
): Promise<readonly Payer[]> {
  const { rows } = await sql<Payer>`
    select o.id, o.name, o.name_en as "nameEn" from organisation o
    where o.kind not in ('enterprise', 'park')
      and (${district ?? null}::text is null or o.district = ${district ?? null}::text)
    order by o.kind <> 'city', o.kind <> 'district', o.id`.execute(ledger);
  return rows;
}

/** Names of bodies by id. */
export async function namesOfHolders(
  ledger: Ledger,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, { readonly zh: string; readonly en: string }>> {
  const { rows } = await sql<Payer>`
    select id, name, name_en as "nameEn" from organisation
    where kind <> 'enterprise' or id = any(${[...others]}::text[])`.execute(ledger);
  return new Map(rows.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]));
}

const accountSchema = z.object({ name: z.string(), bank: z.string(), number: z.string() });

/** The account from which a payer paid last; `undefined`: it has paid nothing yet. */
export async function lastAccount(ledger: Ledger, payer: string): Promise<BankAccount | undefined> {
  const row = await ledger
    .selectFrom('payment_batch')
    .select('account')
    .where('payer', '=', payer)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : accountSchema.parse(row.account);
}

/** Who pays a batch; `undefined`: there is no such batch. */
export async function payerOfBatch(ledger: Ledger, batch: string): Promise<string | undefined> {
  const row = await ledger
    .selectFrom('payment_batch')
    .select('payer')
    .where('id', '=', batch)
    .executeTakeFirst();
  return row?.payer;
}

/** The batches of a payer, the newest first. */
export async function listBatches(ledger: Ledger, payer: string): Promise<readonly PayerBatch[]> {
  const { rows } = await sql<PayerBatch>`
    select b.id, b.state, b.file_sha256 as sha256, b.payments, b.total_fen as fen, b.created_at as "createdAt", b.sent_at as "sentAt",
      (select count(*) from payment p where p.batch = b.id and p.state in ('batched', 'sent'))::integer as unanswered
    from payment_batch b where b.payer = ${payer} order by b.created_at desc, b.id limit 200`.execute(
    ledger,
  );
  return rows;
}
