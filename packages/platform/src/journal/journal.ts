import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { canonicalJson } from './canonical-json.ts';

/** What happened: who, when, what and why. `detail` is plain JSON data. */
export interface JournalEntry {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly reason: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the first entry follows on. */
export const origin = '0'.repeat(64);

/** Any number that no other program uses for an advisory lock in this database. */
const journalLock = 7_030_402;

/** SHA-256 over everything in the entry and the hash of the entry before it. */
export function hashOfEntry(entry: JournalEntry, sequence: bigint, previous: string): string {
  const { at, actor, action, subject, reason, detail } = entry;
  const text = canonicalJson([
    sequence.toString(),
    at.toISOString(),
    actor,
    action,
    subject,
    reason,
    detail,
    previous,
  ]);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The last entry, known to those too who may not read the journal; nothing in an empty one. */
interface JournalEnd {
  readonly last_sequence: bigint | null;
  readonly last_hash: string | null;
}

/** So many rows a statement: its parameters are numbered with 16 bits. */
const rowsAtOnce = 1_000;

/** Appends entries, in their order, within the transaction of the change that they tell of, so that neither is there without the other. */
export async function appendEntries(
  transaction: Transaction<Schema>,
  entries: readonly JournalEntry[],
): Promise<void> {
  // Writers wait for each other, so that the chain does not fork; readers do not wait.
  await sql`select pg_advisory_xact_lock(${sql.lit(journalLock)})`.execute(transaction);
  const {
    rows: [last],
  } = await sql<JournalEnd>`select * from journal_end()`.execute(transaction);
  let sequence = last?.last_sequence ?? 0n;
  let previous = last?.last_hash ?? origin;
  const rows = entries.map((entry) => {
    sequence += 1n;
    const prev_hash = previous;
    previous = hashOfEntry(entry, sequence, prev_hash);
    return { ...entry, sequence, detail: JSON.stringify(entry.detail), prev_hash, hash: previous };
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await transaction
      .insertInto('journal')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

/** Appends one entry, as {@link appendEntries}. */
export async function appendEntry(
  transaction: Transaction<Schema>,
  entry: JournalEntry,
): Promise<void> {
  await appendEntries(transaction, [entry]);
}
