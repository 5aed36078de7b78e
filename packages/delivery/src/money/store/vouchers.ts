import { sql } from 'kysely';
import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import { z } from 'zod';
import type { Ledger } from './booking.ts';
import type { Source } from './reservation.ts';

const shareSchema = z.array(
  z.object({ holder: z.string(), part: z.string().regex(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/) }),
);
/** Whose part of every sum is how much: `1/2`. */
export type WrittenShares = z.infer<typeof shareSchema>;

/** `1/2` as a number. */
function partOf(written: string): Rational {
  const [numerator = '', denominator = ''] = written.split('/');
  return fraction.rational(BigInt(numerator), BigInt(denominator));
}

export function sharesOf(written: unknown): Source['shares'] {
  return shareSchema.parse(written).map(({ holder, part }) => ({ holder, part: partOf(part) }));
}

/** A pool of vouchers, locked: who issues or redeems in it waits. */
export async function lockVoucherPool(transaction: Ledger, id: string) {
  const row = await transaction
    .selectFrom('voucher_pool')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { pool, year, payer, limit_fen: limit, expires_on: expiresOn, measure } = row;
  const source: Source = { pool, year, shares: sharesOf(row.shares) };
  return { source, payer, limit, expiresOn, measure, open: row.state === 'open' };
}

/** Which part of an invoice the vouchers of a pool pay at most. */
export async function rateOf(transaction: Ledger, pool: string): Promise<Rational> {
  const { rate } = await transaction
    .selectFrom('voucher_pool')
    .select('rate')
    .where('id', '=', pool)
    .executeTakeFirstOrThrow();
  return partOf(rate);
}

/** The district of a pool's payer, where the enterprise is of another one; `undefined`: it may be served here. */
export async function foreignDistrict(
  transaction: Ledger,
  payer: string,
  enterprise: string,
): Promise<string | undefined> {
  const rows = await transaction
    .selectFrom('organisation')
    .select(['id', 'district'])
    .where('id', 'in', [payer, enterprise])
    .execute();
  const districtOf = (id: string) => rows.find((row) => row.id === id)?.district ?? undefined;
  const district = districtOf(payer);
  return district === undefined || district === districtOf(enterprise) ? undefined : district;
}

/**
 * What an enterprise got under one measure in a year, in 分, whichever pool it came from. All pools of the measure are locked, so
 * that two of them together do not give more than the rule.
 */
export async function issuedUnder(
  transaction: Ledger,
  measure: string,
  year: number,
  enterprise: string,
): Promise<bigint> {
  const pools = await transaction
    .selectFrom('voucher_pool')
    .select('id')
    .where('measure', '=', measure)
    .where('year', '=', year)
    .orderBy('id')
    .forUpdate()
    .execute();
  let fen = 0n;
  for (const { id } of pools) fen += await issuedFen(transaction, id, enterprise);
  return fen;
}

/** Which of these are no organisations. */
export async function unknownOrganisations(
  transaction: Ledger,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const known = await transaction
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return ids.filter((id) => !known.some((row) => row.id === id));
}

/** What an enterprise has got in a pool, in 分; what expired unused does not count. */
export async function issuedFen(
  transaction: Ledger,
  pool: string,
  enterprise: string,
): Promise<bigint> {
  const { rows } = await sql<{ readonly fen: bigint }>`
    select coalesce(sum(case when expired_at is null then face_fen else face_fen - remaining_fen end), 0)::bigint as fen
    from voucher where pool = ${pool} and enterprise = ${enterprise}`.execute(transaction);
  return rows[0]?.fen ?? 0n;
}

/** A voucher, locked. */
export async function lockVoucher(transaction: Ledger, id: string) {
  return transaction
    .selectFrom('voucher')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether a provider takes the vouchers of a pool. */
export async function isListed(
  transaction: Ledger,
  pool: string,
  provider: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('voucher_provider')
    .select('provider')
    .where('pool', '=', pool)
    .where('provider', '=', provider)
    .executeTakeFirst();
  return row !== undefined;
}

/** A voucher that expired, whose it was, and what (分) was left on it. */
export interface ExpiredVoucher {
  readonly id: string;
  readonly enterprise: string;
  readonly fen: bigint;
}

/** Vouchers of a pool whose last day is before a day expire. */
export async function expireBefore(
  transaction: Ledger,
  pool: string,
  day: string,
  at: Date,
): Promise<readonly ExpiredVoucher[]> {
  return transaction
    .updateTable('voucher')
    .set({ expired_at: at })
    .where('pool', '=', pool)
    .where('expired_at', 'is', null)
    .where('expires_on', '<', day)
    .returning(['id', 'enterprise', 'remaining_fen as fen'])
    .execute();
}

/** Pools with vouchers that are past their last day and did not expire yet. */
export async function poolsToExpire(
  ledger: Ledger,
  day: string,
): Promise<readonly { readonly voucherPool: string; readonly payer: string }[]> {
  return ledger
    .selectFrom('voucher_pool as p')
    .select(['p.id as voucherPool', 'p.payer'])
    .where('p.id', 'in', (voucher) =>
      voucher
        .selectFrom('voucher as v')
        .select('v.pool')
        .where('v.expired_at', 'is', null)
        .where('v.expires_on', '<', day),
    )
    .orderBy('p.id')
    .execute();
}

/** What a provider redeemed in a pool and was not paid for, or whose payment came back; locked. */
export async function lockUnsettled(
  transaction: Ledger,
  pool: string,
  provider: string,
): Promise<readonly { readonly id: string; readonly fen: bigint }[]> {
  const { rows } = await sql<{ readonly id: string; readonly fen: bigint }>`
    select r.id, r.fen from redemption r join voucher v on v.id = r.voucher
    where v.pool = ${pool} and r.provider = ${provider} and (r.settled_payment is null or exists (
      select 1 from payment p where p.id = r.settled_payment and p.state in ('returned', 'cancelled')))
    order by r.id for update of r`.execute(transaction);
  return rows;
}
