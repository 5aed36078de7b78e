import { Button } from 'antd';
import { Temporal } from '@luodi/kernel';
import { advanceResponse } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import type { SignedIn } from '../../session/use-session.ts';
import styles from './cases.module.css';

const waitingSteps = ['notice', 'publicity', 'claim'];

/** In a demonstration nobody has to wait for a deadline. */
export function LetTimePass({
  detail,
  me,
}: {
  readonly detail: CaseDetail;
  readonly me: SignedIn;
}) {
  const { demo } = useCaseTexts();
  const { run, isRunning, fault } = useCommand(advanceResponse);
  const { dueOn, state, step } = detail;
  const waits = state === 'open' && waitingSteps.includes(step.kind);
  if (me.mode !== 'demo' || me.office.role === 'expert' || dueOn === null || !waits) return null;
  const day = Temporal.PlainDate.from(dueOn).add({ days: 1 }).toString();
  return (
    <div className={styles.actions}>
      <span className="quiet">{demo.note}</span>
      <Button size="small" loading={isRunning} onClick={() => void run('/api/demo/days', { day })}>
        {demo.advance(day)}
      </Button>
      <FaultNotice fault={fault} />
    </div>
  );
}
