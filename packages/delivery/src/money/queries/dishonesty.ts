import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { PlainDate } from '@luodi/kernel';
import { readAs, systemActor } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { Ledger } from '../store/booking.ts';

/** What everybody may read: the enterprise by its name, why, by which clause, for how long. */
export interface PublicListing {
  readonly enterpriseName: string;
  readonly reason: string;
  readonly clause: string;
  readonly since: string;
  readonly until: string | null;
}

/** A listing for those who keep the list. */
export interface Listing extends PublicListing {
  readonly id: string;
  readonly enterprise: string;
  readonly district: string | null;
  readonly case: string | null;
  readonly at: Date;
  readonly liftedAt: Date | null;
}

/** Those who stand on the list on a day. Lifted and ended listings are nobody's business any more. */
export function publicDishonesty(
  queries: Kysely<Schema>,
  day: PlainDate,
): Promise<readonly PublicListing[]> {
  const today = day.toString();
  return readAs(queries, systemActor('public list'), async (transaction) => {
    const { rows } = await sql<PublicListing>`
      select o.name as "enterpriseName", d.reason, d.clause, d.since, d.until
      from dishonesty d join organisation o on o.id = d.enterprise
      where d.lifted_at is null and d.since <= ${today}::date and (d.until is null or d.until >= ${today}::date)
      order by d.since desc, o.name limit 1000`.execute(transaction);
    return rows;
  });
}

/** All listings that the one who asks may see, the latest first; or one of them. */
export async function listDishonesty(ledger: Ledger, id?: string): Promise<readonly Listing[]> {
  const { rows } = await sql<Listing>`
    select d.id, d.enterprise, o.name as "enterpriseName", o.district, d.reason, d.clause, d.since, d.until,
      d.delivery_case as "case", d.at, d.lifted_at as "liftedAt"
    from dishonesty d join organisation o on o.id = d.enterprise
    where ${id ?? null}::text is null or d.id = ${id ?? null}::text
    order by d.lifted_at is not null, d.at desc, d.id limit 1000`.execute(ledger);
  return rows;
}
