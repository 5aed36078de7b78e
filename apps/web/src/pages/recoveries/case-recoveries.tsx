import { recoveriesResponse } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { Link } from 'react-router';
import { Button } from 'antd';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { useHeld } from '../../session/use-held.ts';
import type { SignedIn } from '../../session/use-session.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { RecoveryItem } from './recovery-item.tsx';

/** On the page of a case that was paid: what is asked back of it, and the way to ask for more. */
export function CaseRecoveries({
  detail,
  me,
}: {
  readonly detail: CaseDetail;
  readonly me: SignedIn;
}) {
  const { order: texts } = useRecoveryTexts();
  const kept = useKeptSearch();
  const { role } = me.office;
  const isPaid = detail.payments.some(({ state }) => state === 'paid');
  const id = encodeURIComponent(detail.id);
  const query = useHeld(
    isPaid && role !== 'expert' ? `/api/recoveries?case=${id}` : undefined,
    recoveriesResponse,
  );
  const recoveries = query.data?.recoveries ?? [];
  const mayOrder = isPaid && role === 'finance';
  if (recoveries.length === 0 && !mayOrder) return null;
  return (
    <section className={caseStyles.section} aria-labelledby="case-recoveries">
      <h2 id="case-recoveries">{texts.onCase}</h2>
      {recoveries.map((recovery) => (
        <RecoveryItem key={recovery.id} recovery={recovery} onCase />
      ))}
      {mayOrder && (
        <div className={caseStyles.actions}>
          <Link to={addressOf('/recoveries/new', kept, { case: detail.id })}>
            <Button danger tabIndex={-1}>
              {texts.open}
            </Button>
          </Link>
        </div>
      )}
    </section>
  );
}
