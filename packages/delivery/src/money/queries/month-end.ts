import { sql } from 'kysely';
import { beginningOf } from '@luodi/platform';
import type { Temporal } from '@luodi/kernel';
import type { Account } from '../domain/account.ts';
import type { Ledger } from '../store/booking.ts';

/** What an account held at the beginning of a month, what came and went, what it held at the end; all in 分. */
export interface MonthLine extends Account {
  readonly opening: bigint;
  readonly added: bigint;
  readonly taken: bigint;
  readonly closing: bigint;
}

/** The instant at which a month begins in China. */
export function beginningOfMonth(month: Temporal.PlainYearMonth): Date {
  return beginningOf(month.toPlainDate({ day: 1 }));
}

/**
 * The report of a month (of China's calendar): every account of the pool that was used until its end.
 *
 * @param month Such as 2026-03.
 */
export async function monthEnd(
  transaction: Ledger,
  pool: string,
  month: Temporal.PlainYearMonth,
): Promise<readonly MonthLine[]> {
  const from = beginningOfMonth(month);
  const until = beginningOfMonth(month.add({ months: 1 }));
  const { rows } = await sql<MonthLine>`
    select a.pool, a.year, a.holder, a.purpose, a.counterparty,
      coalesce(sum(p.fen) filter (where e.at < ${from}::timestamptz), 0)::bigint as opening,
      coalesce(sum(p.fen) filter (where e.at >= ${from}::timestamptz and p.fen > 0), 0)::bigint as added,
      coalesce(-sum(p.fen) filter (where e.at >= ${from}::timestamptz and p.fen < 0), 0)::bigint as taken,
      sum(p.fen)::bigint as closing
    from ledger_account a join posting p on p.account = a.id join ledger_entry e on e.id = p.entry
    where a.pool = ${pool} and e.at < ${until}::timestamptz
    group by a.id order by a.year, a.holder, a.id`.execute(transaction);
  return rows;
}
