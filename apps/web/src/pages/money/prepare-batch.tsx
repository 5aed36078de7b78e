import { Button, Input } from 'antd';
import { batchResponse } from '@luodi/server/contract';
import type { PayerResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import { AccountFields } from '../cases/account-fields.tsx';
import { accountJson, isWhole } from '../cases/application-draft.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { sayExactly } from './sums.ts';

/** A number that no other batch has: the moment, to the second, and four characters of chance. */
function newBatchNumber(): string {
  const moment = new Date()
    .toISOString()
    .replaceAll(/[^0-9]/gu, '')
    .slice(0, 14);
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(2)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return `B${moment}-${chance.toUpperCase()}`;
}

/** Putting everything that waits into a batch: the account it is paid from, and what it means. */
export function PrepareBatch({
  payer,
  payerName,
  accountName,
  ready,
  account: last,
  onClose,
}: {
  readonly payer: string;
  readonly payerName: string;
  /** Whose account it is, as the bank knows it. */
  readonly accountName: string;
  readonly ready: PayerResponse['ready'];
  readonly account: PayerResponse['account'];
  readonly onClose: (batch?: string) => void;
}) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const [batch, setBatch] = useState(newBatchNumber);
  const [account, setAccount] = useState(last ?? { name: accountName, bank: '', number: '' });
  const { run, isRunning, fault } = useCommand(batchResponse);
  const sum = sayExactly(ready.fen, language);
  const isNumber = /^[A-Za-z0-9-]{1,35}$/u.test(batch);
  const prepare = async () => {
    const done = await run('/api/money/batches', {
      batch,
      payer,
      account: accountJson(account),
      limit: ready.payments,
      shown: ready,
    });
    if (done !== undefined) onClose(done.batch);
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="prepare-batch">
      <h2 id="prepare-batch">{texts.payments.prepareTitle}</h2>
      <h3>{texts.payments.account}</h3>
      <AccountFields account={account} onChange={setAccount} />
      <label className={`${styles.field} ${styles.narrow}`} style={{ marginTop: 12 }}>
        {texts.payments.batchNumber}
        <Input
          maxLength={35}
          status={isNumber ? '' : 'error'}
          aria-invalid={!isNumber}
          value={batch}
          onChange={(event) => setBatch(event.target.value.trim())}
        />
      </label>
      <p className={styles.consequence}>
        {texts.payments.consequence(ready.payments, sum, payerName)}
      </p>
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          disabled={!isNumber || !isWhole(account)}
          loading={isRunning}
          onClick={() => void prepare()}
        >
          {texts.payments.prepareSubmit(ready.payments, sum)}
        </Button>
        <Button onClick={() => onClose()}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
