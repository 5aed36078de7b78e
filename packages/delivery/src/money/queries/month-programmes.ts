import { sql } from 'kysely';
import type { Temporal } from '@luodi/kernel';
import type { Ledger } from '../store/booking.ts';
import { beginningOfMonth } from './month-end.ts';

/** How the money of a programme's cases moved in a month, in 分: as much of it as the actor may see. */
export interface MonthOfProgramme {
  readonly programme: string;
  readonly title: string;
  readonly titleEn: string;
  readonly cases: number;
  readonly approved: bigint;
  readonly ordered: bigint;
  readonly paid: bigint;
  /** Sent back by the bank, at once or after it was paid. */
  readonly returned: bigint;
}

/** The movements of a month by programme, for the programmes that are paid out of a pool. */
export async function monthOfProgrammes(
  ledger: Ledger,
  pool: string,
  month: Temporal.PlainYearMonth,
): Promise<readonly MonthOfProgramme[]> {
  const from = beginningOfMonth(month);
  const until = beginningOfMonth(month.add({ months: 1 }));
  const moved = (...kinds: readonly string[]) =>
    sql`coalesce(sum(s.fen) filter (where e.kind in (${sql.join(kinds)})), 0)::bigint`;
  const { rows } = await sql<MonthOfProgramme>`
    select g.id as programme, g.title, g.title_en as "titleEn", count(distinct c.id)::integer as cases,
      ${moved('approve')} as approved, ${moved('order')} as ordered, ${moved('pay')} as paid,
      ${moved('return', 'return_paid')} as returned
    from entry_subject s join ledger_entry e on e.id = s.entry
      join delivery_case c on c.id = s.subject join programme g on g.id = c.programme
    where g.funding->>'pool' = ${pool}
      and e.at >= ${from}::timestamptz and e.at < ${until}::timestamptz
    group by g.id order by g.id`.execute(ledger);
  return rows;
}
