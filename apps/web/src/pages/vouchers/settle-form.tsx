import { Button } from 'antd';
import { providerSettlementOutcome } from '@luodi/server/contract';
import type { VoucherPoolJson } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { nameIn } from '../../session/office-name.ts';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import { AccountFields } from '../cases/account-fields.tsx';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from '../recoveries/consequence.tsx';

type Provider = VoucherPoolJson['providers'][number];

/** Ordering the payment of everything that a provider took and was not paid for. */
export function SettleForm({
  pool,
  provider,
  onClose,
}: {
  readonly pool: string;
  readonly provider: Provider;
  readonly onClose: () => void;
}) {
  const { office: texts, cancel } = useVoucherTexts();
  const { language } = usePageState();
  const name = nameIn(provider, language);
  const [account, setAccount] = useState({ name: provider.name, bank: '', number: '' });
  const { run, isRunning, fault } = useCommand(providerSettlementOutcome);
  const sum = money(BigInt(provider.unsettledFen), language);
  const empty = Object.values(account).some((field) => field.trim() === '');
  const settle = async () => {
    const path = `/api/voucher-pools/${encodeURIComponent(pool)}/settlements`;
    if ((await run(path, { provider: provider.provider, account })) !== undefined) onClose();
  };
  return (
    <section aria-label={texts.settleTitle(name)}>
      <h3>{texts.settleTitle(name)}</h3>
      <AccountFields account={account} onChange={setAccount} />
      <Consequence>{texts.settleConsequence(name, sum)}</Consequence>
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button type="primary" loading={isRunning} disabled={empty} onClick={() => void settle()}>
          {texts.settleSubmit(sum)}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </section>
  );
}
