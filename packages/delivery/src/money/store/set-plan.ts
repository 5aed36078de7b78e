import { sql } from 'kysely';
import type { Ledger } from './booking.ts';

/** From how many rows on joining them one by one is slower than reading the other table once. */
const manyRows = 500;

/**
 * Runs statements over a set of rows that the program sends. The database does not know how many they are and takes them for
 * few; where they are many it is told not to look for each of them in turn.
 */
export async function overSet<Answer>(
  transaction: Ledger,
  rows: number,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (rows < manyRows) return work();
  await sql`set local enable_nestloop = off`.execute(transaction);
  const answer = await work();
  await sql`set local enable_nestloop = on`.execute(transaction);
  return answer;
}
