import { Button } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail, TaskJson } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { AmountField, readSum } from './amount-field.tsx';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { ReasonField } from './reason-field.tsx';

/** Whether the rule leaves the sum to a body, so that one can be named. */
function leavesSum({ standing, approvedFen }: CaseDetail): boolean {
  return approvedFen === null && standing !== null && standing.amount.kind !== 'exact';
}

/** Saying yes, with a sum where the rule leaves it open. */
export function ApprovalForm({
  detail,
  task,
  name,
}: {
  readonly detail: CaseDetail;
  readonly task: TaskJson;
  /** Of the step. */
  readonly name: string;
}) {
  const { decide } = useCaseTexts();
  const [reason, setReason] = useState('');
  const [sum, setSum] = useState('');
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const amount = leavesSum(detail) ? detail.standing?.amount : undefined;
  const written = readSum(sum, amount);
  const send = () =>
    run(caseAddress(detail.id, 'tasks'), {
      task: task.id,
      decision: {
        kind: 'approve',
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(written.kind === 'sum' ? { amountFen: written.fen.toString() } : {}),
      },
    });
  return (
    <>
      {amount !== undefined && (
        <AmountField amount={amount} text={sum} written={written} onChange={setSum} />
      )}
      <ReasonField label={decide.comment} rows={2} text={reason} onChange={setReason} />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={written.kind === 'unreadable' || written.kind === 'outside'}
          onClick={() => void send()}
        >
          {decide.confirmApprove(name)}
        </Button>
      </div>
    </>
  );
}
