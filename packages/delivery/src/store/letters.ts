import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';

/** A letter of a case: its kind, and what it is about within the case. */
export interface LetterOfCase {
  readonly case: string;
  readonly kind: string;
  /** A decision, a recovery, a round of a step; empty where there can be one only. */
  readonly about: string;
}

/** Where a letter stands in the register of a body. */
export interface LetterNumber {
  readonly organisation: string;
  readonly year: number;
  readonly number: number;
}

/** Takes the next number of a body in a year and gives it to a letter; who takes one at the same time waits. */
export async function takeNumber(
  transaction: Transaction<Schema>,
  { case: deliveryCase, kind, about }: LetterOfCase,
  { organisation, year }: Omit<LetterNumber, 'number'>,
  at: Date,
): Promise<number> {
  const { last } = await transaction
    .insertInto('letter_series')
    .values({ organisation, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'year'])
        .doUpdateSet({ last: sql<number>`letter_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('letter')
    .values({ organisation, year, number: last, delivery_case: deliveryCase, kind, about, at })
    .execute();
  return last;
}

/** The letters of a case that have a number. */
export async function lettersWithNumber(
  transaction: Transaction<Schema>,
  deliveryCase: string,
): Promise<readonly (LetterNumber & Omit<LetterOfCase, 'case'>)[]> {
  return transaction
    .selectFrom('letter')
    .select(['organisation', 'year', 'number', 'kind', 'about'])
    .where('delivery_case', '=', deliveryCase)
    .execute();
}
