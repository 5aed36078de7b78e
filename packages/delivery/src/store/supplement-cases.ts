import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';
import type { CaseInHand } from './cases.ts';

/** Cases that pay additional sums for a case, the latest first. */
export async function supplementsOf(
  transaction: Transaction<Schema>,
  id: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('delivery_case')
    .select('id')
    .where('corrects', '=', id)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.id);
}

/** Opens a case for an additional sum (分), to the same account, at a step of the route; answers its id. */
export async function insertSupplement(
  transaction: Transaction<Schema>,
  { each }: CaseInHand,
  {
    fen,
    decision,
    at,
    step,
  }: {
    readonly fen: bigint;
    readonly decision: string;
    readonly at: Date;
    readonly step: number;
  },
): Promise<string> {
  const earlier = await supplementsOf(transaction, each.id);
  const id = `${each.id}-b${earlier.length + 1}`;
  await transaction
    .insertInto('delivery_case')
    .values({
      id,
      programme: each.programme,
      enterprise: each.enterprise,
      district: each.district,
      state: 'open',
      step,
      asked_fen: fen,
      approved_fen: fen,
      decision,
      answers: JSON.stringify(each.answers),
      papers: '[]',
      account: each.account === undefined ? null : JSON.stringify(each.account),
      law_date: each.lawDate?.toString() ?? null,
      corrects: each.id,
      opened_at: at,
    })
    .execute();
  return id;
}
