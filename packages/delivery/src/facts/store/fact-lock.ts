import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';

/** Any number that no other program uses for an advisory lock in this database. */
const lock = 7_030_404;

/** Holds the facts until the transaction ends: two who change them at once would both take the same value to be the one that stands. */
export async function lockFacts(transaction: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(transaction);
}
