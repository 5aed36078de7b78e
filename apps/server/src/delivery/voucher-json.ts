import type {
  IssueFault,
  ListedPool,
  ListedProvider,
  ListedRedemption,
  ListedVoucher,
  OpenPoolFault,
} from '@luodi/delivery';
import type { Content } from '@luodi/language';
import type { Actor } from '@luodi/platform';
import type { RedemptionJson, VoucherJson, VoucherPoolJson } from '../contract/index.ts';
import { refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { placeJson } from '../library/place-json.ts';
import { deliveryRefusal } from './case-refusal.ts';
import { handles } from './handles.ts';
import { sumDetail, wordDetail } from './sum-detail.ts';

function ruleJson(id: string, { measures, documentOf }: Content) {
  const measure = measures.get(id);
  const document = documentOf.get(id);
  return {
    measureName: measure?.name ?? id,
    measureNameEn: measure?.nameEn ?? id,
    place:
      measure === undefined || document === undefined ? null : placeJson(document, measure.clause),
    quote: measure?.quote.text ?? '',
  };
}

/** What an enterprise may still have of a pool; `undefined`: it may not claim here. */
function leftOf(
  { payerDistrict, limitFen, issuedFen }: ListedPool,
  { role, district }: Actor,
): bigint | undefined {
  if (role !== 'enterprise') return undefined;
  if (payerDistrict !== null && payerDistrict !== district) return undefined;
  return limitFen > issuedFen ? limitFen - issuedFen : 0n;
}

/** A pool for the one who asks, with the rule that it comes from. */
export function voucherPoolJsonOf(
  pool: ListedPool,
  allProviders: readonly ListedProvider[],
  content: Content,
  actor: Actor,
  today: string,
): VoucherPoolJson {
  const { payerDistrict, limitFen, issuedFen, redeemedFen, overdueFen, state, ...rest } = pool;
  const providers = allProviders.filter((each) => each.pool === pool.id);
  const isProvider = allProviders.some(({ provider }) => provider === actor.organisation);
  return {
    ...rest,
    ...ruleJson(pool.measure, content),
    limitFen: limitFen.toString(),
    open: state === 'open' && today <= pool.expiresOn,
    issuedFen: issuedFen.toString(),
    redeemedFen: redeemedFen.toString(),
    overdueFen: overdueFen.toString(),
    providers: providers.map(({ provider, name, nameEn, ...sums }) => ({
      provider,
      name,
      nameEn,
      redeemedFen: sums.redeemedFen.toString(),
      unsettledFen: sums.unsettledFen.toString(),
    })),
    mine: handles(actor, payerDistrict),
    provides: providers.some(({ provider }) => provider === actor.organisation),
    leftFen: isProvider ? null : (leftOf(pool, actor)?.toString() ?? null),
  };
}

/** A voucher as its enterprise, its provider or its manager reads it. */
export function voucherJsonOf(voucher: ListedVoucher, today: string): VoucherJson {
  const { faceFen, remainingFen, issuedAt, expiredAt, ...rest } = voucher;
  const isOver = expiredAt !== null || voucher.expiresOn < today;
  return {
    ...rest,
    faceFen: faceFen.toString(),
    remainingFen: remainingFen.toString(),
    issuedAt: issuedAt.toISOString(),
    state: remainingFen === 0n ? 'used' : isOver ? 'expired' : 'usable',
  };
}

/** What was taken of a voucher. */
export function redemptionJsonOf(
  { provider, fen, invoiceFen, at, ...rest }: ListedRedemption & { readonly provider: string },
  { organisation }: Actor,
): RedemptionJson {
  return {
    ...rest,
    fen: fen.toString(),
    invoiceFen: invoiceFen?.toString() ?? null,
    at: at.toISOString(),
    mine: provider === organisation,
  };
}

/** Why a pool is not opened or a voucher not given, with the sum or the day that it is about. */
export function voucherRefusal(fault: OpenPoolFault | IssueFault, content: Content): Refusal {
  // Most codes say all by themselves.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (fault.code) {
    case 'voucher_limit':
      return refusal(fault.code, sumDetail('left', fault.left));
    case 'voucher_expired':
      return refusal(fault.code, wordDetail('on', fault.on));
    case 'voucher_other_district':
      return refusal(fault.code, wordDetail('district', fault.district));
    case 'limit_above_rule':
      return refusal(fault.code, sumDetail('limitFen', fault.upperFen));
    case 'measure_not_in_force':
      return refusal(fault.code, wordDetail('measure', `${fault.from} – ${fault.until ?? ''}`));
    case 'unknown_organisation':
      return refusal(fault.code, ...fault.ids.map((id) => wordDetail('providers', id)));
    case 'facts_unreadable':
    case 'not_entitled':
    case 'still_undetermined':
    case 'listed_dishonest':
    case 'budget_exhausted':
    case 'account_missing':
      return deliveryRefusal(fault, content.vocabulary);
    default:
      return refusal(fault.code);
  }
}
