import { Button } from 'antd';
import { expiryOutcome } from '@luodi/server/contract';
import type { VoucherPoolJson } from '@luodi/server/contract';
import { money } from '../../components/money.ts';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from '../recoveries/consequence.tsx';

/** Taking back what was left on vouchers past their last day. */
export function ExpireForm({
  pool,
  onClose,
}: {
  readonly pool: VoucherPoolJson;
  readonly onClose: () => void;
}) {
  const { office: texts, cancel } = useVoucherTexts();
  const { language } = usePageState();
  const { run, isRunning, fault } = useCommand(expiryOutcome);
  const sum = money(BigInt(pool.overdueFen), language);
  const expire = async () => {
    const path = `/api/voucher-pools/${encodeURIComponent(pool.id)}/expire`;
    if ((await run(path)) !== undefined) onClose();
  };
  return (
    <section aria-label={texts.expire}>
      <h3>{texts.expire}</h3>
      <Consequence>{texts.expireConsequence(sum)}</Consequence>
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button danger loading={isRunning} onClick={() => void expire()}>
          {texts.expireSubmit(sum)}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </section>
  );
}
