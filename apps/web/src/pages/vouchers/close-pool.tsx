import { expiryOutcome } from '@luodi/server/contract';
import type { VoucherPoolJson } from '@luodi/server/contract';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { ReasonedAction } from '../recoveries/reasoned-action.tsx';

/** Giving no more vouchers from a pool. */
export function ClosePool({
  pool,
  onClose,
}: {
  readonly pool: VoucherPoolJson;
  readonly onClose: () => void;
}) {
  const { office: texts } = useVoucherTexts();
  return (
    <ReasonedAction
      title={texts.close}
      consequence={texts.closeConsequence(pool.expiresOn)}
      submit={texts.closeSubmit}
      path={`/api/voucher-pools/${encodeURIComponent(pool.id)}/close`}
      schema={expiryOutcome}
      onClose={onClose}
    />
  );
}
