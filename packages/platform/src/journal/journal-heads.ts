import type { Kysely } from 'kysely';
import { Temporal, dayOf } from '@luodi/kernel';
import { beginningOf } from '../calendar/day-beginning.ts';
import type { Schema } from '../database/schema.ts';

/** The last entry of a day: published, so that an end cut off later is found. */
export interface JournalHead {
  readonly day: string;
  readonly sequence: bigint;
  readonly hash: string;
}

/**
 * Writes the head of every day that is over and has none yet, as far as entries came after the last one that was written.
 * Answers the days. Days without an entry of their own get none.
 */
export async function writeJournalHeads(
  queries: Kysely<Schema>,
  now: Date,
): Promise<readonly JournalHead[]> {
  const last = await queries
    .selectFrom('journal_head')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const today = dayOf(now);
  const written: JournalHead[] = [];
  for (let sequence = last?.sequence ?? 0n; ; ) {
    const first = await queries
      .selectFrom('journal')
      .select('at')
      .where('sequence', '>', sequence)
      // The earliest, which is not the first to be made where a clock ran ahead: what it dated to come holds nothing up.
      .orderBy('at')
      .limit(1)
      .executeTakeFirst();
    if (first === undefined) return written;
    const day = dayOf(first.at);
    if (Temporal.PlainDate.compare(day, today) >= 0) return written;
    // Entries stand in the order in which they were made: the last before the day's end is its head, and holds all before it.
    const head = await queries
      .selectFrom('journal')
      .select(['sequence', 'hash'])
      .where('sequence', '>', sequence)
      .where('at', '<', beginningOf(day.add({ days: 1 })))
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const row = { day: day.toString(), ...head };
    await queries
      .insertInto('journal_head')
      .values(row)
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute();
    written.push(row);
    sequence = head.sequence;
  }
}

/** The heads of all days, newest first. */
export function journalHeads(
  queries: Kysely<Schema>,
  limit: number,
): Promise<readonly JournalHead[]> {
  return queries
    .selectFrom('journal_head')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}
