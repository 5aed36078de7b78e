import { sql } from 'kysely';
import { Temporal } from '@luodi/kernel';
import { simpleInterest } from '../domain/interest.ts';
import type { InterestRule } from '../domain/interest.ts';
import type { Ledger } from '../store/booking.ts';
import { openPrincipal } from '../store/recoveries.ts';

export type RecoveryState = 'ordered' | 'part_paid' | 'settled' | 'written_off';

/** What is asked back of an enterprise, sums in 分. */
export interface ListedRecovery {
  readonly id: string;
  readonly case: string;
  readonly title: string;
  readonly titleEn: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly district: string;
  readonly payer: string;
  readonly payerName: string;
  readonly payerNameEn: string;
  /** The district whose finance officers handle it; `null`: the city's. */
  readonly payerDistrict: string | null;
  readonly fen: bigint;
  readonly interestFen: bigint;
  readonly receivedFen: bigint;
  readonly reason: string;
  readonly clause: string;
  readonly state: RecoveryState;
  readonly dueOn: string | null;
  readonly at: Date;
  readonly closedAt: Date | null;
}

/** Recoveries that the one who asks may see: the open ones first, the soonest due before the others. */
export async function listRecoveries(
  ledger: Ledger,
  { state, case: subject }: { readonly state?: RecoveryState; readonly case?: string },
): Promise<readonly ListedRecovery[]> {
  const { rows } = await sql<ListedRecovery>`
    select r.id, r.delivery_case as "case", p.title, p.title_en as "titleEn", r.enterprise,
      o.name as "enterpriseName", r.district, y.payer, b.name as "payerName", b.name_en as "payerNameEn",
      b.district as "payerDistrict", r.fen, r.interest_fen as "interestFen", r.received_fen as "receivedFen",
      r.reason, r.clause, r.state, r.due_on as "dueOn", r.at, r.closed_at as "closedAt"
    from recovery r
    join delivery_case c on c.id = r.delivery_case
    join programme p on p.id = c.programme
    join organisation o on o.id = r.enterprise
    join payment y on y.delivery_case = r.delivery_case and y.state = 'paid'
    join organisation b on b.id = y.payer
    where (${state ?? null}::text is null or r.state = ${state ?? null}::text)
      and (${subject ?? null}::text is null or r.delivery_case = ${subject ?? null}::text)
    order by r.closed_at is not null, r.due_on nulls last, r.at desc, r.id limit 500`.execute(
    ledger,
  );
  return rows;
}

/** What was paid for a case and may still be asked back (分). */
export interface Recoverable {
  readonly payer: string;
  readonly payerName: string;
  readonly payerNameEn: string;
  readonly payerDistrict: string | null;
  readonly paidFen: bigint;
  readonly recoverableFen: bigint;
  readonly paidAt: Date | null;
}

/** `undefined`: nothing was paid for the case, or the one who asks may not see it. */
export async function recoverableOf(
  ledger: Ledger,
  subject: string,
): Promise<Recoverable | undefined> {
  const { rows } = await sql<Omit<Recoverable, 'recoverableFen'> & { readonly spent: bigint }>`
    select y.payer, b.name as "payerName", b.name_en as "payerNameEn", b.district as "payerDistrict",
      y.fen as "paidFen", y.settled_at as "paidAt",
      (select coalesce(sum(a.spent_fen), 0)::bigint from allotment a
        where a.subject = ${subject} and a.pool = y.pool and a.year = y.year) as spent
    from payment y join organisation b on b.id = y.payer
    where y.delivery_case = ${subject} and y.state = 'paid'`.execute(ledger);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { spent, ...paid } = row;
  return { ...paid, recoverableFen: spent - (await openPrincipal(ledger, subject)) };
}

/** The interest (分) that a recovery would ask for: see `simpleInterest`. Days are YYYY-MM-DD. */
export function interestOn(fen: bigint, rule: InterestRule, from: string, until: string): bigint {
  return simpleInterest(fen, rule, Temporal.PlainDate.from(from), Temporal.PlainDate.from(until));
}
