import { Button, InputNumber } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import type { TaskJson } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { ReasonField } from './reason-field.tsx';

const mostPoints = 100;

/** An expert's points for a case. */
export function ScoreForm({ caseId, task }: { readonly caseId: string; readonly task: TaskJson }) {
  const { decide } = useCaseTexts();
  const id = useId();
  const [score, setScore] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const send = () =>
    run(caseAddress(caseId, 'tasks'), {
      task: task.id,
      decision: {
        kind: 'score',
        score,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      },
    });
  return (
    <>
      <div className={styles.amount}>
        <label htmlFor={id}>{decide.scoreLabel}</label>
        <InputNumber
          id={id}
          min={0}
          max={mostPoints}
          precision={0}
          value={score}
          onChange={(value) => setScore(value)}
        />
      </div>
      <ReasonField label={decide.comment} rows={2} text={reason} onChange={setReason} />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={score === null}
          onClick={() => void send()}
        >
          {decide.confirmScore}
        </Button>
      </div>
    </>
  );
}
