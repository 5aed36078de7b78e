import { sql } from 'kysely';
import { z } from 'zod';
import type { BankAccount } from '../domain/bank-account.ts';
import type { Ledger } from './booking.ts';
import { overSet } from './set-plan.ts';

const accountSchema = z.object({ name: z.string(), number: z.string(), bank: z.string() });

/** Everything that a payment file says: unmasked, for the bank alone. */
export interface BatchFile {
  readonly id: string;
  readonly account: BankAccount;
  readonly createdAt: Date;
  readonly payments: readonly BatchPayment[];
}

export interface BatchPayment {
  readonly endToEndId: string;
  readonly fen: bigint;
  readonly account: BankAccount;
  /** What it is for: the programme, in the words of its title. */
  readonly purpose: string;
}

interface Row {
  readonly end_to_end_id: string;
  readonly fen: bigint;
  readonly account: unknown;
  readonly purpose: string;
}

/** What goes to the bank for a batch, in an order that does not change; `undefined`: no such batch. */
export async function readBatchFile(
  transaction: Ledger,
  id: string,
): Promise<BatchFile | undefined> {
  const batch = await transaction
    .selectFrom('payment_batch')
    .select(['account', 'created_at', 'payments'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (batch === undefined) return undefined;
  const query = sql<Row>`
    select p.end_to_end_id, p.fen, p.account, coalesce(g.title, v.name, p.subject) as purpose
    from payment p
      left join delivery_case c on c.id = p.delivery_case
      left join programme g on g.id = c.programme
      left join voucher_pool v on v.id = p.subject
    where p.batch = ${id} order by p.ordered_at, p.id`;
  const { rows } = await overSet(transaction, batch.payments, () => query.execute(transaction));
  return {
    id,
    account: accountSchema.parse(batch.account),
    createdAt: batch.created_at,
    payments: rows.map(({ end_to_end_id: endToEndId, fen, account, purpose }) => ({
      endToEndId,
      fen,
      account: accountSchema.parse(account),
      purpose,
    })),
  };
}
