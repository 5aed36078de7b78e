import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Ledger } from '../../src/money/store/booking.ts';

interface Row {
  readonly id: string;
}

/** What must not be found of cases that run through a round: those that have money alone have no route. */
const wrongs: Readonly<Record<string, RawBuilder<Row>>> = {
  'completed, but nothing reached its account': sql`
    select c.id from delivery_case c where c.state = 'completed' and not exists (
      select from payment p join bank_receipt r on r.payment = p.id and r.outcome = 'paid'
      where p.delivery_case = c.id)`,
  'paid without a decision on that sum': sql`
    select c.id from delivery_case c join programme g on g.id = c.programme
      join payment p on p.delivery_case = c.id
    where g.published_at is not null and not exists (
      select from decision d where d.delivery_case = c.id and d.amount_fen = p.fen)`,
  'granted twice': sql`
    select delivery_case as id from decision where amount_fen > 0 group by 1 having count(*) > 1`,
  'waits for a body where it does not stand': sql`
    select c.id from delivery_case c join case_task t on t.delivery_case = c.id and t.state = 'waiting'
    where c.state <> 'open' or c.step <> t.step`,
  'waits for nobody': sql`
    select c.id from delivery_case c join programme g on g.id = c.programme
    where c.state = 'open' and g.route -> c.step ->> 'kind' = 'review' and not exists (
      select from case_task t where t.delivery_case = c.id and t.step = c.step and t.state = 'waiting')`,
  'passed a review that not every body approved': sql`
    select c.id from delivery_case c join programme g on g.id = c.programme
      cross join lateral jsonb_array_elements(g.route) with ordinality r(step, place)
    where r.step ->> 'kind' = 'review' and place - 1 < c.step
      and jsonb_array_length(r.step -> 'bodies') <> (
        select count(distinct t.organisation) from case_task t
        where t.delivery_case = c.id and t.step = place - 1 and t.state = 'approved')`,
  'at its payment without one, or with one before': sql`
    select c.id from delivery_case c join programme g on g.id = c.programme
    where g.published_at is not null and (g.route -> c.step ->> 'kind' = 'payment')
      <> exists (select from payment p where p.delivery_case = c.id)`,
  'told of its payment not once, or before it came': sql`
    select c.id from delivery_case c where (c.state = 'completed')::integer <> (
      select count(*) from notification n where n.subject = c.id and n.kind = 'case.paid')`,
  'holds another sum than it should': sql`
    select id from (
      select c.id, c.state, c.decision, c.asked_fen, c.approved_fen, g.manner,
        g.route -> c.step ->> 'kind' as kind,
        coalesce(sum(a.reserved_fen), 0) as reserved, coalesce(sum(a.approved_fen), 0) as approved,
        coalesce(sum(a.ordered_fen), 0) as ordered, coalesce(sum(a.spent_fen), 0) as spent
      from delivery_case c join programme g on g.id = c.programme left join allotment a on a.subject = c.id
      where g.published_at is not null group by c.id, g.id) held
    where (reserved, approved, ordered + spent) is distinct from (
      case when state in ('open', 'returned', 'disputed') and decision is null then asked_fen else 0 end,
      case when state in ('open', 'disputed') and decision is not null and kind <> 'payment' then approved_fen
        when kind = 'payment' then approved_fen - ordered - spent else 0 end,
      case when kind = 'payment' then ordered + spent else 0 end)
      and not exists (select from recovery v where v.delivery_case = held.id)`,
};

/** Cases whose state, tasks, decision, money and notices do not agree. */
export async function caseDamage(ledger: Ledger): Promise<readonly string[]> {
  const damage: string[] = [];
  for (const [words, query] of Object.entries(wrongs)) {
    const { rows } = await query.execute(ledger);
    damage.push(...rows.map(({ id }) => `${id}: ${words}`));
  }
  return damage;
}

/** How many cases of rounds and payments there are in each state. */
export async function tallyOf(ledger: Ledger): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ readonly what: string; readonly count: number }>`
    select p.manner || ' ' || c.state as what, count(*)::integer as count from delivery_case c
      join programme p on p.id = c.programme where p.published_at is not null group by 1
    union all select 'payment ' || state, count(*)::integer from payment group by 1
    union all select 'command ' || name, count(*)::integer from command group by 1
    order by what`.execute(ledger);
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}
