import { sql } from 'kysely';
import type { Part } from '../domain/part.ts';
import type { Ledger } from './booking.ts';
import { recordSet } from './record-set.ts';
import { overSet } from './set-plan.ts';

/** What a subject (a case, a pool of vouchers) holds of one holder's budget, in 分. */
export interface Allotment {
  readonly subject: string;
  readonly pool: string;
  readonly year: number;
  readonly holder: string;
  readonly reserved: bigint;
  readonly approved: bigint;
}

/** How a subject's allotment changes, in 分. */
export interface AllotmentChange {
  readonly subject: string;
  readonly part: Omit<Part, 'fen'>;
  readonly reserved: bigint;
  readonly approved: bigint;
}

/** What the subjects hold now; nobody else changes it before the transaction ends. */
export async function lockAllotments(
  transaction: Ledger,
  subjects: readonly string[],
): Promise<readonly Allotment[]> {
  const wanted = recordSet(
    subjects.map((subject) => ({ subject })),
    { subject: 'text' },
  );
  const query = sql<Allotment>`
    select a.subject, a.pool, a.year, a.holder, a.reserved_fen as reserved, a.approved_fen as approved
    from allotment a join ${wanted} w using (subject)
    order by a.subject, a.pool, a.year, a.holder for update of a`;
  return overSet(transaction, subjects.length, async () => (await query.execute(transaction)).rows);
}

const changeColumns = {
  subject: 'text',
  pool: 'text',
  year: 'integer',
  holder: 'text',
  reserved: 'bigint',
  approved: 'bigint',
} as const;

/** Writes what the subjects hold after an entry, and how much of the entry is each one's. */
export async function changeAllotments(
  transaction: Ledger,
  entry: bigint,
  changes: readonly AllotmentChange[],
  sums: readonly { readonly subject: string; readonly fen: bigint }[],
): Promise<void> {
  const rows = changes.map(({ part, subject, reserved, approved }) => {
    const { pool, year, holder } = part;
    return { subject, pool, year, holder, reserved, approved };
  });
  // What changes twice (reserved and approved) is one change.
  const set = sql`(select s.subject, s.pool, s.year, s.holder,
      sum(s.reserved)::bigint as reserved, sum(s.approved)::bigint as approved
    from ${recordSet(rows, changeColumns)} s group by 1, 2, 3, 4)`;
  await sql`insert into allotment (subject, pool, year, holder)
    select s.subject, s.pool, s.year, s.holder from ${set} s order by 1, 2, 3, 4
    on conflict do nothing`.execute(transaction);
  const update = sql`update allotment a
    set reserved_fen = a.reserved_fen + s.reserved, approved_fen = a.approved_fen + s.approved
    from ${set} s
    where a.subject = s.subject and a.pool = s.pool and a.year = s.year and a.holder = s.holder`;
  await overSet(transaction, rows.length, () => update.execute(transaction));
  const shares = recordSet(sums, { subject: 'text', fen: 'bigint' });
  await sql`insert into entry_subject (subject, entry, fen)
    select s.subject, ${entry}, s.fen from ${shares} s`.execute(transaction);
}
