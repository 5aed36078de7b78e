import { sql } from 'kysely';
import { fraction } from '@luodi/kernel';
import { z } from 'zod';
import type { Ledger } from './booking.ts';
import type { Source } from './reservation.ts';

const shareSchema = z.array(
  z.object({ holder: z.string(), part: z.string().regex(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/) }),
);
/** Whose part of every sum is how much: `1/2`. */
export type WrittenShares = z.infer<typeof shareSchema>;

export function sharesOf(written: unknown): Source['shares'] {
  return shareSchema.parse(written).map(({ holder, part }) => {
    const [numerator = '', denominator = ''] = part.split('/');
    return { holder, part: fraction.rational(BigInt(numerator), BigInt(denominator)) };
  });
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
  const { pool, year, payer, limit_fen: limit, expires_on: expiresOn } = row;
  const source: Source = { pool, year, shares: sharesOf(row.shares) };
  return { source, payer, limit, expiresOn, open: row.state === 'open' };
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

/** Vouchers of a pool whose last day is before a day expire; how many, and how much (分) was left on them. */
export async function expireBefore(
  transaction: Ledger,
  pool: string,
  day: string,
  at: Date,
): Promise<{ readonly vouchers: number; readonly fen: bigint }> {
  const { rows } = await sql<{ readonly vouchers: number; readonly fen: bigint }>`
    with expired as (
      update voucher set expired_at = ${at}::timestamptz
      where pool = ${pool} and expired_at is null and expires_on < ${day}::date returning remaining_fen)
    select count(*)::integer as vouchers, coalesce(sum(remaining_fen), 0)::bigint as fen from expired`.execute(
    transaction,
  );
  return rows[0] ?? { vouchers: 0, fen: 0n };
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
