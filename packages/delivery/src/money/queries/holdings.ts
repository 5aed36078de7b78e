import { sql } from 'kysely';
import type { BudgetYear, Ledger } from '../store/booking.ts';

/** Where money of a budget is that cases hold. */
export type HeldAs = 'reserved' | 'approved' | 'ordered' | 'spent';

/** What one case (or pool of vouchers) holds of a budget, in 分. */
export interface Holding {
  readonly subject: string;
  /** Absent for a pool of vouchers. */
  readonly case: string | null;
  readonly title: string;
  readonly titleEn: string;
  readonly enterpriseName: string | null;
  readonly fen: bigint;
}

export interface Holdings {
  readonly lines: readonly Holding[];
  readonly subjects: number;
  readonly fen: bigint;
}

const columns = {
  reserved: sql.ref('a.reserved_fen'),
  approved: sql.ref('a.approved_fen'),
  ordered: sql.ref('a.ordered_fen'),
  spent: sql.ref('a.spent_fen'),
};

/** Who holds a sum of a holder's budget, the greatest first: as much of it as the actor may see. */
export async function listHoldings(
  ledger: Ledger,
  {
    pool,
    year,
    holder,
    purpose,
  }: BudgetYear & { readonly holder: string; readonly purpose: HeldAs },
  limit: number,
): Promise<Holdings> {
  const held = columns[purpose];
  const where = sql`a.pool = ${pool} and a.year = ${year} and a.holder = ${holder} and ${held} > 0`;
  const { rows: lines } = await sql<Holding>`
    select a.subject, c.id as "case", coalesce(g.title, v.name, a.subject) as title,
      coalesce(g.title_en, v.name_en, a.subject) as "titleEn", o.name as "enterpriseName", ${held} as fen
    from allotment a left join delivery_case c on c.id = a.subject
      left join programme g on g.id = c.programme left join organisation o on o.id = c.enterprise
      left join voucher_pool v on v.id = a.subject
    where ${where} order by ${held} desc, a.subject limit ${limit}`.execute(ledger);
  const { rows: sums } = await sql<{ readonly subjects: number; readonly fen: bigint }>`
    select count(*)::integer as subjects, coalesce(sum(${held}), 0)::bigint as fen
    from allotment a where ${where}`.execute(ledger);
  return { lines, ...(sums[0] ?? { subjects: 0, fen: 0n }) };
}
