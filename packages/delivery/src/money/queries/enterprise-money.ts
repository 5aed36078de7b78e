import { sql } from 'kysely';
import type { Ledger } from '../store/booking.ts';

/** What became of the money of one of an enterprise's cases, in 分. */
export interface OwnMoney {
  readonly case: string;
  readonly programme: string;
  readonly title: string;
  readonly titleEn: string;
  readonly measure: string;
  readonly contentVersion: string;
  /** Approved, and not claimed or not ordered yet. */
  readonly approved: bigint;
  readonly ordered: bigint;
  readonly paid: bigint;
  readonly paidAt: Date | null;
}

/** The money of an enterprise case by case, the latest first; a case that holds nothing is not among them. */
export async function enterpriseMoney(
  ledger: Ledger,
  enterprise: string,
): Promise<readonly OwnMoney[]> {
  const { rows } = await sql<OwnMoney>`
    select c.id as "case", g.id as programme, g.title, g.title_en as "titleEn", g.measure,
      g.content_version as "contentVersion", sum(a.approved_fen)::bigint as approved,
      sum(a.ordered_fen)::bigint as ordered, sum(a.spent_fen)::bigint as paid,
      (select max(p.settled_at) from payment p where p.delivery_case = c.id and p.state = 'paid') as "paidAt"
    from delivery_case c join programme g on g.id = c.programme join allotment a on a.subject = c.id
    where c.enterprise = ${enterprise} and a.approved_fen + a.ordered_fen + a.spent_fen > 0
    group by c.id, g.id order by c.opened_at desc, c.id`.execute(ledger);
  return rows;
}
