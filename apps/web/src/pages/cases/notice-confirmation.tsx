import { Button } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';

/** What an enterprise gets without asking: it may say yes at once, or wait. */
export function NoticeConfirmation({ detail }: { readonly detail: CaseDetail }) {
  const { confirm } = useCaseTexts();
  const { language } = usePageState();
  const { run, isRunning, fault } = useCommand(caseOutcome);
  return (
    <section className={styles.panel} aria-labelledby="notice-confirmation">
      <h2 id="notice-confirmation">{confirm.title}</h2>
      <p>
        {confirm.words(money(BigInt(detail.approvedFen ?? '0'), language))}{' '}
        {detail.dueOn !== null && confirm.wait(detail.dueOn)}
      </p>
      <FaultNotice fault={fault} />
      <Button
        type="primary"
        loading={isRunning}
        onClick={() => void run(caseAddress(detail.id, 'confirm'))}
      >
        {confirm.submit}
      </Button>
    </section>
  );
}
