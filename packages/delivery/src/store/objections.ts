import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';

export interface NewObjection {
  readonly id: string;
  readonly case: string;
  readonly step: number;
  readonly byName: string;
  readonly byOrganisation: string | undefined;
  readonly words: string;
  /** How to reach whoever is not signed in. */
  readonly contact: string | undefined;
  readonly at: Date;
}

export async function insertObjection(
  transaction: Transaction<Schema>,
  { id, case: deliveryCase, step, byName, byOrganisation, words, contact, at }: NewObjection,
): Promise<void> {
  await transaction
    .insertInto('objection')
    .values({
      id,
      delivery_case: deliveryCase,
      step,
      by_name: byName,
      by_organisation: byOrganisation ?? null,
      words,
      contact: contact ?? null,
      at,
    })
    .execute();
}

/** An open objection of a case, and how many others are open; `undefined`: there is none of this id. */
export async function takeObjection(
  transaction: Transaction<Schema>,
  deliveryCase: string,
  id: string,
): Promise<{ readonly othersOpen: number } | undefined> {
  const open = await transaction
    .selectFrom('objection')
    .select('id')
    .where('delivery_case', '=', deliveryCase)
    .where('settled_at', 'is', null)
    .execute();
  return open.some((each) => each.id === id) ? { othersOpen: open.length - 1 } : undefined;
}

export async function settleObjectionRow(
  transaction: Transaction<Schema>,
  id: string,
  settled: {
    readonly upheld: boolean;
    readonly answer: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await transaction
    .updateTable('objection')
    .set({
      upheld: settled.upheld,
      answer: settled.answer,
      settled_by: settled.by,
      settled_at: settled.at,
    })
    .where('id', '=', id)
    .execute();
}
