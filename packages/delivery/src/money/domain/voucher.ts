import { fail, fraction, ok, rational } from '@luodi/kernel';
import type { Rational, Result } from '@luodi/kernel';

export type VoucherFault =
  | { readonly code: 'voucher_pool_unknown' }
  | { readonly code: 'voucher_pool_closed' }
  /** More than the enterprise may still get this year (分). */
  | { readonly code: 'voucher_limit'; readonly left: bigint }
  | { readonly code: 'voucher_unknown' }
  /** Its last day (YYYY-MM-DD) is past. */
  | { readonly code: 'voucher_expired'; readonly on: string }
  /** Less is left on it (分) than is to be redeemed. */
  | { readonly code: 'voucher_too_small'; readonly left: bigint }
  | { readonly code: 'provider_not_listed' }
  /** The invoice was redeemed before. */
  | { readonly code: 'invoice_used' }
  /** Of an invoice, vouchers pay this much (分) at most. */
  | { readonly code: 'invoice_too_small'; readonly payable: bigint }
  /** The pool is a district's, and the enterprise is elsewhere. */
  | { readonly code: 'voucher_other_district'; readonly district: string };

/** Whether a voucher of a sum (分) may be issued to an enterprise that has `issued` already. */
export function checkIssue(
  pool: { readonly open: boolean; readonly expiresOn: string; readonly limit: bigint },
  issued: bigint,
  fen: bigint,
  today: string,
): Result<undefined, VoucherFault> {
  if (!pool.open) return fail({ code: 'voucher_pool_closed' });
  if (today > pool.expiresOn) return fail({ code: 'voucher_expired', on: pool.expiresOn });
  const left = pool.limit > issued ? pool.limit - issued : 0n;
  return fen > left ? fail({ code: 'voucher_limit', left }) : ok(undefined);
}

/** Whether a sum (分) of a voucher may be redeemed at a provider. */
export function checkRedemption(
  voucher: { readonly expiresOn: string; readonly expired: boolean; readonly remaining: bigint },
  providerListed: boolean,
  fen: bigint,
  today: string,
): Result<undefined, VoucherFault> {
  if (!providerListed) return fail({ code: 'provider_not_listed' });
  if (voucher.expired || today > voucher.expiresOn)
    return fail({ code: 'voucher_expired', on: voucher.expiresOn });
  return fen > voucher.remaining
    ? fail({ code: 'voucher_too_small', left: voucher.remaining })
    : ok(undefined);
}

/** What vouchers pay of an invoice (分) at a rate, rounded down: never more than the rule's part of it. */
export function payableOf(invoiceFen: bigint, rate: Rational): bigint {
  return fraction.floor(fraction.multiply(rational(invoiceFen), rate));
}
