import type { Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';

/** A record with what a dispute about it needs to know. */
export interface DisputedRecord {
  readonly id: bigint;
  readonly enterprise: string;
  readonly fact: string;
  readonly year: number | undefined;
  readonly source: string;
  readonly asOf: string;
  readonly withdrawn: boolean;
  /** The body that brought it; `undefined` where that is not known. */
  readonly broughtFor: string | undefined;
}

/** The record, as far as the actor of the transaction may see it. */
export async function findRecord(
  transaction: Transaction<Schema>,
  id: bigint,
): Promise<DisputedRecord | undefined> {
  const row = await transaction
    .selectFrom('fact_record')
    .select([
      'id',
      'enterprise',
      'fact',
      'year',
      'source',
      'as_of as asOf',
      'withdrawn_at as withdrawnAt',
      'brought_for as broughtFor',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { withdrawnAt, year, broughtFor, ...rest } = row;
  return {
    ...rest,
    year: year ?? undefined,
    withdrawn: withdrawnAt !== null,
    broughtFor: broughtFor ?? undefined,
  };
}

/** A dispute that is open, or `undefined`. Held until the transaction ends. */
export async function findDispute(transaction: Transaction<Schema>, id: string) {
  return transaction
    .selectFrom('fact_dispute')
    .select(['id', 'fact_record', 'enterprise', 'claimed', 'settled_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function isDisputed(
  transaction: Transaction<Schema>,
  record: bigint,
): Promise<boolean> {
  const open = await transaction
    .selectFrom('fact_dispute')
    .select('id')
    .where('fact_record', '=', record)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}
