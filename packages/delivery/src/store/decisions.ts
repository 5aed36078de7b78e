import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';
import { decisionSchema } from '../sealed-decision.ts';
import type { DecisionRecord } from '../sealed-decision.ts';

export async function insertDecisions(
  transaction: Transaction<Schema>,
  records: readonly DecisionRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await transaction
    .insertInto('decision')
    .values(
      records.map((record) => ({
        id: record.id,
        delivery_case: record.case,
        measure: record.measure,
        content_version: record.contentVersion,
        law_date: record.lawDate,
        known_at: new Date(record.knownAt),
        facts: JSON.stringify(record.facts),
        answer: JSON.stringify(record.answer),
        amount_fen: BigInt(record.amountFen),
        amount_by: record.amountBy,
        corrects: record.corrects ?? null,
        refusal: record.refusal === undefined ? null : JSON.stringify(record.refusal),
        hash: record.hash,
      })),
    )
    .execute();
}

/** Decisions with the case that they were made in. */
export function decisionRows(transaction: Transaction<Schema>) {
  return transaction
    .selectFrom('decision')
    .innerJoin('delivery_case', 'delivery_case.id', 'decision.delivery_case')
    .select([
      'decision.id',
      'decision.delivery_case',
      'delivery_case.programme',
      'delivery_case.enterprise',
      'decision.measure',
      'decision.content_version',
      'decision.law_date',
      'decision.known_at',
      'decision.facts',
      'decision.answer',
      'decision.amount_fen',
      'decision.amount_by',
      'decision.corrects',
      'decision.refusal',
      'decision.hash',
    ]);
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof decisionRows>['execute']>>[number];

export function decisionOf(row: DecisionRow): DecisionRecord {
  return decisionSchema.parse({
    format: 'luodi-decision-1',
    id: row.id,
    case: row.delivery_case,
    programme: row.programme,
    enterprise: row.enterprise,
    measure: row.measure,
    contentVersion: row.content_version,
    lawDate: row.law_date,
    knownAt: row.known_at.toISOString(),
    facts: row.facts,
    answer: row.answer,
    amountFen: row.amount_fen.toString(),
    amountBy: row.amount_by,
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
    ...(row.refusal === null ? {} : { refusal: row.refusal }),
    hash: row.hash,
  });
}

/** A decision as it was sealed. `undefined`: none that the actor may see. */
export async function findDecision(
  transaction: Transaction<Schema>,
  id: string,
): Promise<DecisionRecord | undefined> {
  const row = await decisionRows(transaction).where('decision.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : decisionOf(row);
}
