import { Button } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail, TaskJson } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { ReasonField } from './reason-field.tsx';
import { ConditionChoice } from './condition-choice.tsx';

/** Giving a case back, or saying no: always with reasons, a no with the condition that failed. */
export function RefusalForm({
  detail,
  task,
  kind,
}: {
  readonly detail: CaseDetail;
  readonly task: TaskJson;
  readonly kind: 'return' | 'reject';
}) {
  const { decide } = useCaseTexts();
  const [reason, setReason] = useState('');
  const [failedCondition, setFailed] = useState('');
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const rejects = kind === 'reject';
  const words = reason.trim();
  const send = () =>
    run(caseAddress(detail.id, 'tasks'), {
      task: task.id,
      decision: rejects ? { kind, reason: words, failedCondition } : { kind, reason: words },
    });
  return (
    <>
      {rejects ? (
        <ConditionChoice
          detail={detail}
          label={decide.failed}
          chosen={failedCondition}
          onChoose={setFailed}
        />
      ) : (
        <p className="quiet">{decide.returnHint}</p>
      )}
      <ReasonField label={decide.reason} rows={3} text={reason} onChange={setReason} />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          danger={rejects}
          loading={isRunning}
          disabled={words === '' || (rejects && failedCondition === '')}
          onClick={() => void send()}
        >
          {rejects ? decide.confirmReject : decide.confirmReturn}
        </Button>
      </div>
    </>
  );
}
