import { sql } from 'kysely';
import type { BankAccount } from '../domain/bank-account.ts';
import type { Ledger } from './booking.ts';
import { overSet } from './set-plan.ts';

/** How many payments a batch has, and how much they are together in 分. */
export interface BatchSum {
  readonly payments: number;
  readonly fen: bigint;
}

interface Choice {
  readonly payer: string;
  /** At most so many payments. */
  readonly limit: number;
}

function chosen({ payer, limit }: Choice) {
  return sql`select id, fen from payment where payer = ${payer} and state = 'ordered'
    order by ordered_at, id limit ${limit}`;
}

/** What a batch of the oldest ordered payments of a payer would be. */
export async function previewBatch(transaction: Ledger, choice: Choice): Promise<BatchSum> {
  const { rows } = await sql<BatchSum>`
    select count(*)::integer as payments, coalesce(sum(fen), 0)::bigint as fen
    from (${chosen(choice)}) c`.execute(transaction);
  return rows[0] ?? { payments: 0, fen: 0n };
}

/** Locks the payments that a batch would take, so that no second batch takes them too. */
export async function lockBatch(
  transaction: Ledger,
  choice: Choice,
): Promise<readonly { readonly id: string; readonly fen: bigint }[]> {
  const { rows } = await sql<{ id: string; fen: bigint }>`
    ${chosen(choice)} for update`.execute(transaction);
  return rows;
}

/** Writes a batch and puts the payments into it. */
export async function writeBatch(
  transaction: Ledger,
  batch: {
    readonly id: string;
    readonly payer: string;
    readonly account: BankAccount;
    readonly payments: readonly string[];
    readonly fen: bigint;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  await transaction
    .insertInto('payment_batch')
    .values({
      id: batch.id,
      payer: batch.payer,
      account: JSON.stringify(batch.account),
      payments: batch.payments.length,
      total_fen: batch.fen,
      state: 'prepared',
      created_at: batch.at,
      created_by: batch.by,
    })
    .execute();
  const set = sql`select value as id from json_array_elements_text(${JSON.stringify(batch.payments)}::json)`;
  await overSet(transaction, batch.payments.length, () =>
    sql`update payment p set state = 'batched', batch = ${batch.id} from (${set}) s where p.id = s.id`.execute(
      transaction,
    ),
  );
}

/** A batch of this id, locked; `undefined`: there is none. */
export async function lockedBatch(transaction: Ledger, id: string) {
  return transaction
    .selectFrom('payment_batch')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
