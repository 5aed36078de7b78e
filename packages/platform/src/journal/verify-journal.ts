import type { Kysely, Selectable } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { hashOfEntry, origin } from './journal.ts';

/** Where the journal is not as it was written. */
export interface JournalBreak {
  readonly kind: 'broken';
  /** The first entry that is not as it was. */
  readonly sequence: bigint;
  /**
   * `gap`: it is missing. `link`: it does not follow the one before it (exchanged, inserted, or the one before replaced).
   * `hash`: it was altered. `head`: everything up to it was written anew, unlike the head of its day. `cut`: it and what
   * came after it is missing, as a head of a day or the hash that was noted shows.
   */
  readonly because: 'gap' | 'link' | 'hash' | 'head' | 'cut';
}

/** Whether the chain is whole, and if not where it first breaks. */
export type JournalFinding =
  | {
      readonly kind: 'whole';
      readonly entries: number;
      /** Heads of days that were compared. */
      readonly heads: number;
      readonly lastHash: string;
    }
  | JournalBreak;

type Row = Selectable<Schema['journal']>;

function breakIn(
  row: Row,
  expected: bigint,
  previous: string,
  head: string | undefined,
): JournalBreak['because'] | undefined {
  const { sequence } = row;
  if (sequence !== expected) return 'gap';
  if (row.prev_hash !== previous) return 'link';
  if (row.hash !== hashOfEntry(row, sequence, previous)) return 'hash';
  return head === undefined || head === row.hash ? undefined : 'head';
}

const pageSize = 1000;

async function* entriesOf(queries: Kysely<Schema>): AsyncGenerator<Row> {
  for (let last = -1n; ; ) {
    const rows = await queries
      .selectFrom('journal')
      .selectAll()
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(pageSize)
      .execute();
    yield* rows;
    last = rows.at(-1)?.sequence ?? last;
    if (rows.length < pageSize) return;
  }
}

/**
 * Reckons every hash anew and compares with the heads of the days. A changed, missing, exchanged or inserted entry is found.
 * Whoever could write everything anew, heads and all, is found by `noted`: the hash of an entry that was kept elsewhere.
 */
export async function verifyJournal(
  queries: Kysely<Schema>,
  noted?: string,
): Promise<JournalFinding> {
  const rows = await queries.selectFrom('journal_head').select(['sequence', 'hash']).execute();
  const heads = new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
  let lastHash = origin;
  let entries = 0n;
  let found = noted === undefined || noted === origin;
  for await (const row of entriesOf(queries)) {
    const sequence = entries + 1n;
    const because = breakIn(row, sequence, lastHash, heads.get(sequence));
    if (because !== undefined) return { kind: 'broken', sequence, because };
    lastHash = row.hash;
    entries = sequence;
    found ||= row.hash === noted;
  }
  const beyond = rows.some(({ sequence }) => sequence > entries);
  return beyond || !found
    ? { kind: 'broken', sequence: entries + 1n, because: 'cut' }
    : { kind: 'whole', entries: Number(entries), heads: heads.size, lastHash };
}
