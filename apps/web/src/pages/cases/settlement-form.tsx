import { Button, Input } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { ConditionChoice } from './condition-choice.tsx';

/** Answering an objection: dismissed, the case goes on; upheld, it ends, and which condition fails is named. */
export function SettlementForm({
  detail,
  objection,
}: {
  readonly detail: CaseDetail;
  readonly objection: string;
}) {
  const { objections: texts } = useCaseTexts();
  const [answer, setAnswer] = useState('');
  const [failedCondition, setFailed] = useState('');
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const settle = (upheld: boolean) =>
    run(caseAddress(detail.id, 'settle'), {
      objection,
      upheld,
      answer: answer.trim(),
      ...(upheld && failedCondition !== '' ? { failedCondition } : {}),
    });
  const empty = answer.trim() === '';
  return (
    <div>
      <Input.TextArea
        style={{ marginTop: 8 }}
        aria-label={texts.answerTitle}
        placeholder={texts.answerTitle}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
      />
      <ConditionChoice
        detail={detail}
        label={texts.failed}
        chosen={failedCondition}
        onChoose={setFailed}
      />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={empty}
          onClick={() => void settle(false)}
        >
          {texts.dismiss}
        </Button>
        <Button
          danger
          disabled={empty || isRunning || failedCondition === ''}
          onClick={() => void settle(true)}
        >
          {texts.uphold}
        </Button>
      </div>
    </div>
  );
}
