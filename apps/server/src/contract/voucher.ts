import { z } from 'zod';
import { place } from './place.ts';

const fen = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Whole fen, as text' });
const positiveFen = z.string().regex(/^[1-9]\d{0,17}$/);
const day = z.iso.date();
const id = z.string().min(1).max(300);
const name = z.string().trim().min(1).max(140);
/** `1/2`, at most the whole. */
const part = z
  .string()
  .regex(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/)
  .refine((text) => {
    const [numerator, denominator] = text.split('/', 2).map(Number);
    return numerator !== undefined && denominator !== undefined && numerator <= denominator;
  });

/** A pool of vouchers with the rule that it comes from. */
export const voucherPoolJson = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    measure: z.string(),
    measureName: z.string(),
    measureNameEn: z.string(),
    /** Where the rule stands; `null`: not in the rules served now. */
    place: place.nullable(),
    quote: z.string(),
    clause: z.string(),
    rate: z.string(),
    pool: z.string(),
    year: z.number(),
    payer: z.string(),
    payerName: z.string(),
    payerNameEn: z.string(),
    limitFen: fen,
    expiresOn: day,
    /** Vouchers may be given today. */
    open: z.boolean(),
    issuedFen: fen,
    redeemedFen: fen,
    overdueFen: fen,
    providers: z.array(
      z.object({
        provider: z.string(),
        name: z.string(),
        nameEn: z.string(),
        redeemedFen: fen,
        unsettledFen: fen,
      }),
    ),
    /** Whether the one who asks manages it. */
    mine: z.boolean(),
    /** Whether the one who asks is among its providers. */
    provides: z.boolean(),
    /** For an enterprise that may claim here: what it may still have of the pool. */
    leftFen: fen.nullable(),
  })
  .meta({ id: 'VoucherPool' });
export type VoucherPoolJson = z.infer<typeof voucherPoolJson>;
export const voucherPoolsResponse = z.object({ pools: z.array(voucherPoolJson) });

export const voucherTermsQuery = z.object({ measure: id });
/** What the rule says of vouchers, and who may be listed. */
export const voucherTermsResponse = z.object({
  upperFen: fen.nullable(),
  asks: z.array(z.object({ label: z.string(), labelEn: z.string() })),
  place,
  quote: z.string(),
  providers: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
});
export type VoucherTermsResponse = z.infer<typeof voucherTermsResponse>;

export const voucherPoolRequest = z.strictObject({
  name,
  nameEn: name,
  measure: id,
  pool: name,
  year: z.int().min(2000).max(2100),
  payer: name,
  shares: z
    .array(z.strictObject({ holder: name, part }))
    .min(1)
    .max(10),
  limitFen: positiveFen,
  rate: part,
  expiresOn: day,
  providers: z.array(id).min(1).max(200),
});
export const voucherPoolOutcome = z.object({ voucherPool: z.string() });

const redemptionJson = z.object({
  id: z.string(),
  voucher: z.string(),
  poolName: z.string(),
  poolNameEn: z.string(),
  providerName: z.string(),
  providerNameEn: z.string(),
  fen,
  invoice: z.string(),
  invoiceFen: fen.nullable(),
  at: z.string(),
  payment: z.string().nullable(),
  /** Taken by the one who asks. */
  mine: z.boolean(),
});
export type RedemptionJson = z.infer<typeof redemptionJson>;

const voucherJson = z
  .object({
    id: z.string(),
    pool: z.string(),
    poolName: z.string(),
    poolNameEn: z.string(),
    enterprise: z.string(),
    enterpriseName: z.string(),
    faceFen: fen,
    remainingFen: fen,
    rate: z.string(),
    issuedAt: z.string(),
    expiresOn: day,
    state: z.enum(['usable', 'used', 'expired']),
  })
  .meta({ id: 'Voucher' });
export type VoucherJson = z.infer<typeof voucherJson>;
export const voucherResponse = voucherJson;

export const vouchersQuery = z.object({ pool: id.optional() });
export const vouchersResponse = z.object({
  vouchers: z.array(voucherJson),
  redemptions: z.array(redemptionJson),
});
export type VouchersResponse = z.infer<typeof vouchersResponse>;

export const voucherRequest = z.strictObject({
  fen: positiveFen,
  /** For whom; an enterprise asks for itself. */
  enterprise: id.optional(),
});
export const voucherOutcome = z.object({ voucher: z.string(), fen });

export const redemptionRequest = z.strictObject({
  fen: positiveFen,
  invoice: z.string().trim().min(1).max(60),
  invoiceFen: positiveFen,
});
export const redemptionOutcome = z.object({ redemption: z.string(), remaining: fen });

/** Why no more vouchers are given from a pool. */
export const poolClosingRequest = z.strictObject({ words: z.string().trim().min(1).max(1000) });
export const expiryRequest = z.strictObject({});
export const expiryOutcome = z.object({ vouchers: z.number(), fen });

export const providerSettlementRequest = z.strictObject({
  provider: id,
  account: z.strictObject({ name, bank: name, number: z.string().regex(/^[\d\s-]{8,40}$/) }),
});
export const providerSettlementOutcome = z.object({
  payment: z.string(),
  redemptions: z.number(),
  fen,
});
