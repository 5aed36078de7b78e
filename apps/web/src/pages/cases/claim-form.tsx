import { Button } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import { AccountFields } from './account-fields.tsx';
import { accountJson, emptyAccount, isWhole } from './application-draft.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { Commitment } from './commitment.tsx';

/** Claiming what was approved: the account and the commitment, nothing more. */
export function ClaimForm({ detail }: { readonly detail: CaseDetail }) {
  const { claim, form } = useCaseTexts();
  const { language } = usePageState();
  const [account, setAccount] = useState({ ...emptyAccount, name: detail.enterpriseName });
  const [signed, setSigned] = useState(false);
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const sum = money(BigInt(detail.approvedFen ?? '0'), language);
  const words = detail.commitment ?? '';
  const send = () =>
    run(caseAddress(detail.id, 'claim'), { account: accountJson(account), signed: words });
  return (
    <section className={styles.panel} aria-labelledby="claim-form">
      <h2 id="claim-form">{claim.title}</h2>
      <p>
        {claim.sum(sum)} {detail.dueOn !== null && claim.late(detail.dueOn)}
      </p>
      <h3>{form.account}</h3>
      <AccountFields account={account} onChange={setAccount} />
      <Commitment words={words} signed={signed} onSign={setSigned} />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={!signed || !isWhole(account)}
          onClick={() => void send()}
        >
          {claim.submit(sum)}
        </Button>
      </div>
    </section>
  );
}
