import { Alert, Button } from 'antd';
import { orderAgainResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { AccountFields } from './account-fields.tsx';
import { accountJson, emptyAccount, isWhole } from './application-draft.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';

/** A payment came back: its owner names the right account, and it is ordered anew. */
export function NewAccountForm({
  caseId,
  payment,
  enterpriseName,
  reason,
}: {
  readonly caseId: string;
  readonly payment: string;
  /** The account has to be in its name. */
  readonly enterpriseName: string;
  /** What the bank says; may be empty. */
  readonly reason: string;
}) {
  const { inCase } = useMoneyTexts();
  const [account, setAccount] = useState({ ...emptyAccount, name: enterpriseName });
  const { run, isRunning, fault } = useCommand(orderAgainResponse);
  const send = () =>
    run(caseAddress(caseId, 'account'), { payment, account: accountJson(account) });
  return (
    <>
      <Alert type="warning" showIcon title={inCase.cameBack(reason)} />
      <div style={{ marginTop: 12 }}>
        <AccountFields account={account} onChange={setAccount} />
      </div>
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={!isWhole(account)}
          onClick={() => void send()}
        >
          {inCase.newAccount}
        </Button>
      </div>
    </>
  );
}
