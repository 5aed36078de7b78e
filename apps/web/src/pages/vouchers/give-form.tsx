import { Button } from 'antd';
import { voucherOutcome } from '@luodi/server/contract';
import type { VoucherPoolJson } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { fenOf, YuanField } from '../../components/yuan-field.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { EnterpriseSelect } from '../dishonesty/enterprise-select.tsx';
import type { ChosenEnterprise } from '../dishonesty/enterprise-select.tsx';
import { Consequence } from '../recoveries/consequence.tsx';

/** Giving an enterprise a voucher that it did not claim itself. */
export function GiveForm({
  pool,
  onClose,
}: {
  readonly pool: VoucherPoolJson;
  readonly onClose: () => void;
}) {
  const { office: texts, limit, cancel } = useVoucherTexts();
  const { language } = usePageState();
  const [enterprise, setEnterprise] = useState<ChosenEnterprise>();
  const [sum, setSum] = useState('');
  const { run, isRunning, fault } = useCommand(voucherOutcome);
  const fen = fenOf(sum);
  const most = BigInt(pool.limitFen);
  const good = enterprise !== undefined && fen !== undefined && fen <= most;
  const shown = fen === undefined ? '' : money(fen, language);
  const give = async () => {
    const path = `/api/voucher-pools/${encodeURIComponent(pool.id)}/vouchers`;
    const body = { enterprise: enterprise?.id, fen: (fen ?? 0n).toString() };
    if ((await run(path, body)) !== undefined) onClose();
  };
  return (
    <section aria-label={texts.giveTitle}>
      <h3>{texts.giveTitle}</h3>
      <div className={caseStyles.fields}>
        <EnterpriseSelect chosen={enterprise} onChoose={setEnterprise} />
        <YuanField
          label={texts.giveSum}
          text={sum}
          most={most}
          note={`${limit} ${money(most, language)}`}
          onChange={setSum}
        />
      </div>
      {good && <Consequence>{texts.giveConsequence(enterprise.name, shown)}</Consequence>}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button type="primary" loading={isRunning} disabled={!good} onClick={() => void give()}>
          {good ? texts.giveSubmit(shown) : texts.give}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </section>
  );
}
