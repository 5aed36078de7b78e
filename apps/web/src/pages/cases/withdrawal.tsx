import { Button, Input } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';

/** Taking a case back: asked for twice, with what it means and a reason. */
export function Withdrawal({ caseId }: { readonly caseId: string }) {
  const { withdraw: texts } = useCaseTexts();
  const [asking, setAsking] = useState(false);
  const [because, setBecause] = useState('');
  const { run, isRunning, fault } = useCommand(caseOutcome);
  if (!asking)
    return (
      <p>
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setAsking(true)}>
          {texts.open}
        </Button>
      </p>
    );
  return (
    <section className={styles.panel} aria-labelledby="withdrawal">
      <h2 id="withdrawal">{texts.title}</h2>
      <p className="quiet">{texts.note}</p>
      <Input.TextArea
        aria-label={texts.because}
        placeholder={texts.because}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={because}
        onChange={({ currentTarget }) => setBecause(currentTarget.value)}
      />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          danger
          loading={isRunning}
          disabled={because.trim() === ''}
          onClick={() => void run(caseAddress(caseId, 'withdraw'), { because: because.trim() })}
        >
          {texts.submit}
        </Button>
        <Button onClick={() => setAsking(false)}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
