import { sql } from 'kysely';
import type { Actor } from '@luodi/platform';
import type { Ledger } from '../store/booking.ts';

/** A pool of vouchers with its terms; sums in 分. */
export interface ListedPool {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly measure: string;
  readonly clause: string;
  /** `1/2` of an invoice. */
  readonly rate: string;
  readonly pool: string;
  readonly year: number;
  readonly payer: string;
  readonly payerName: string;
  readonly payerNameEn: string;
  readonly payerDistrict: string | null;
  readonly limitFen: bigint;
  readonly expiresOn: string;
  readonly state: 'open' | 'closed';
  /** Of all enterprises that the one who asks may see. */
  readonly issuedFen: bigint;
  readonly redeemedFen: bigint;
  /** On vouchers past their last day that have not been made to expire. */
  readonly overdueFen: bigint;
}

/** Where the vouchers of a pool count, and how its account with the pool stands (分). */
export interface ListedProvider {
  readonly pool: string;
  readonly provider: string;
  readonly name: string;
  readonly nameEn: string;
  readonly redeemedFen: bigint;
  readonly unsettledFen: bigint;
}

/** A voucher of an enterprise. */
export interface ListedVoucher {
  readonly id: string;
  readonly pool: string;
  readonly poolName: string;
  readonly poolNameEn: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly faceFen: bigint;
  readonly remainingFen: bigint;
  readonly rate: string;
  readonly issuedAt: Date;
  readonly expiresOn: string;
  readonly expiredAt: Date | null;
}

/** A part of a voucher that a provider took. */
export interface ListedRedemption {
  readonly id: string;
  readonly voucher: string;
  readonly poolName: string;
  readonly poolNameEn: string;
  readonly providerName: string;
  readonly providerNameEn: string;
  readonly fen: bigint;
  readonly invoice: string;
  readonly invoiceFen: bigint | null;
  readonly at: Date;
  /** The state of the payment to the provider; `null`: not ordered yet. */
  readonly payment: string | null;
}

/** An enterprise counts its own vouchers only: a provider would see those of its customers. */
function ownOnly({ role, organisation }: Actor): string | null {
  return role === 'enterprise' ? organisation : null;
}

/** Pools of vouchers, the open ones first; what was issued and redeemed as far as the one who asks may see it. */
export async function listVoucherPools(
  ledger: Ledger,
  actor: Actor,
  today: string,
): Promise<readonly ListedPool[]> {
  const own = ownOnly(actor);
  const { rows } = await sql<ListedPool>`
    select vp.id, vp.name, vp.name_en as "nameEn", vp.measure, vp.clause, vp.rate, vp.pool, vp.year, vp.payer,
      b.name as "payerName", b.name_en as "payerNameEn", b.district as "payerDistrict", vp.limit_fen as "limitFen",
      vp.expires_on as "expiresOn", vp.state, coalesce(s.issued, 0)::bigint as "issuedFen",
      coalesce(s.redeemed, 0)::bigint as "redeemedFen", coalesce(s.overdue, 0)::bigint as "overdueFen"
    from voucher_pool vp join organisation b on b.id = vp.payer
    left join (
      select v.pool, sum(case when v.expired_at is null then v.face_fen else v.face_fen - v.remaining_fen end) as issued,
        sum(v.face_fen - v.remaining_fen) as redeemed,
        sum(case when v.expired_at is null and v.expires_on < ${today}::date then v.remaining_fen else 0 end) as overdue
      from voucher v where ${own}::text is null or v.enterprise = ${own}::text group by v.pool) s on s.pool = vp.id
    order by vp.state desc, vp.expires_on desc, vp.id`.execute(ledger);
  return rows;
}

/** The providers of all pools; sums as far as the one who asks may see them (a provider: its own). */
export async function listProviders(
  ledger: Ledger,
  actor: Actor,
): Promise<readonly ListedProvider[]> {
  const own = ownOnly(actor);
  const { rows } = await sql<ListedProvider>`
    select vp.pool, vp.provider, o.name, o.name_en as "nameEn", coalesce(s.redeemed, 0)::bigint as "redeemedFen",
      coalesce(s.unsettled, 0)::bigint as "unsettledFen"
    from voucher_provider vp join organisation o on o.id = vp.provider
    left join (
      select v.pool, r.provider, sum(r.fen) as redeemed,
        sum(case when r.settled_payment is null or p.state in ('returned', 'cancelled') then r.fen else 0 end)
          as unsettled
      from redemption r join voucher v on v.id = r.voucher left join payment p on p.id = r.settled_payment
      where ${own}::text is null or r.provider = ${own}::text
      group by v.pool, r.provider) s on s.pool = vp.pool and s.provider = vp.provider
    order by vp.pool, o.name`.execute(ledger);
  return rows;
}

/** The vouchers of an enterprise, or of all that the one who asks may see; of one pool, or all. The newest first. */
export async function listVouchers(
  ledger: Ledger,
  actor: Actor,
  pool?: string,
): Promise<readonly ListedVoucher[]> {
  const own = ownOnly(actor);
  return vouchersWhere(
    ledger,
    sql`(${own}::text is null or v.enterprise = ${own}::text)
      and (${pool ?? null}::text is null or v.pool = ${pool ?? null}::text)`,
  );
}

/** One voucher by its number; `undefined`: there is none that the one who asks may see. */
export async function findVoucher(ledger: Ledger, id: string): Promise<ListedVoucher | undefined> {
  const [found] = await vouchersWhere(ledger, sql`v.id = ${id}`);
  return found;
}

async function vouchersWhere(
  ledger: Ledger,
  condition: ReturnType<typeof sql>,
): Promise<readonly ListedVoucher[]> {
  const { rows } = await sql<ListedVoucher>`
    select v.id, v.pool, vp.name as "poolName", vp.name_en as "poolNameEn", v.enterprise, o.name as "enterpriseName",
      v.face_fen as "faceFen", v.remaining_fen as "remainingFen", vp.rate, v.issued_at as "issuedAt",
      v.expires_on as "expiresOn", v.expired_at as "expiredAt"
    from voucher v join voucher_pool vp on vp.id = v.pool join organisation o on o.id = v.enterprise
    where ${condition} order by v.issued_at desc, v.id limit 500`.execute(ledger);
  return rows;
}

/** What was taken of vouchers, the newest first: an enterprise sees its own vouchers’ and, as a provider, what it took itself. */
export async function listRedemptions(
  ledger: Ledger,
  actor: Actor,
): Promise<readonly (ListedRedemption & { readonly provider: string })[]> {
  const own = ownOnly(actor);
  const { rows } = await sql<ListedRedemption & { readonly provider: string }>`
    select r.id, r.voucher, vp.name as "poolName", vp.name_en as "poolNameEn", r.provider, o.name as "providerName",
      o.name_en as "providerNameEn", r.fen, r.invoice, r.invoice_fen as "invoiceFen", r.at,
      p.state as payment
    from redemption r join voucher v on v.id = r.voucher join voucher_pool vp on vp.id = v.pool
    join organisation o on o.id = r.provider left join payment p on p.id = r.settled_payment
    where ${own}::text is null or r.provider = ${own}::text or v.enterprise = ${own}::text
    order by r.at desc, r.id limit 500`.execute(ledger);
  return rows;
}

/** Organisations that may be listed as providers. */
export async function listServiceProviders(
  ledger: Ledger,
): Promise<readonly { readonly id: string; readonly name: string; readonly nameEn: string }[]> {
  return ledger
    .selectFrom('organisation')
    .select(['id', 'name', 'name_en as nameEn'])
    .where('kind', '=', 'provider')
    .orderBy('name')
    .execute();
}
