import { caseDetail } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { Link, useParams } from 'react-router';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import type { SignedIn } from '../../session/use-session.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import { CaseRecoveries } from '../recoveries/case-recoveries.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ApplicationForm } from './application-form.tsx';
import { CaseCorrections } from './case-corrections.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseMoney } from './case-money.tsx';
import { CaseRoute } from './case-route.tsx';
import styles from './cases.module.css';
import { ClaimForm } from './claim-form.tsx';
import { ConditionsAndFacts } from './conditions-and-facts.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { HandedIn } from './handed-in.tsx';
import { LetterList } from '../letters/letter-list.tsx';
import { LetTimePass } from './let-time-pass.tsx';
import { NoticeConfirmation } from './notice-confirmation.tsx';
import { Objections } from './objections.tsx';
import { ReturnedPayment } from './returned-payment.tsx';
import { TaskPanel } from './task-panel.tsx';
import { Withdrawal } from './withdrawal.tsx';

/** Why the bodies gave a case back: all reasons of the last round. */
function ReturnedBecause({ detail }: { readonly detail: CaseDetail }) {
  const { form } = useCaseTexts();
  if (detail.state !== 'returned') return null;
  const { step, tasks } = detail;
  const here = tasks.filter((task) => task.step === step.index && task.state === 'returned');
  const round = Math.max(...here.map((task) => task.round));
  return (
    <section className={styles.panel} aria-labelledby="returned-because">
      <h2 id="returned-because">{form.returnedBecause}</h2>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {here
          .filter((task) => task.round === round)
          .map(({ id, organisationName, reason }) => (
            <li key={id} lang="zh-CN">
              {organisationName}：{reason}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What the one who looks at it can do now. */
function Doing({ detail }: { readonly detail: CaseDetail }) {
  const { may, tasks } = detail;
  return (
    <>
      {tasks
        .filter(({ mine }) => mine)
        .map((task) => (
          <TaskPanel key={task.id} detail={detail} task={task} />
        ))}
      {(may.includes('submit') || may.includes('complete')) && (
        <ApplicationForm key={`${detail.id} ${detail.state}`} detail={detail} />
      )}
      {may.includes('confirm') && <NoticeConfirmation detail={detail} />}
      {may.includes('answer') && <AnswerForm detail={detail} />}
      {may.includes('claim') && <ClaimForm detail={detail} />}
    </>
  );
}

function CaseView({ detail, me }: { readonly detail: CaseDetail; readonly me: SignedIn }) {
  const writes = detail.may.includes('submit') || detail.may.includes('complete');
  const looks = me.office.role !== 'enterprise';
  return (
    <>
      <CaseHead detail={detail} />
      <div className={styles.columns}>
        <div>
          {looks && <ConditionsAndFacts detail={detail} />}
          {looks && <HandedIn papers={detail.papers} />}
          <ReturnedBecause detail={detail} />
          <Doing detail={detail} />
          {!looks && <ReturnedPayment detail={detail} />}
          {!looks && <ConditionsAndFacts detail={detail} />}
          {!looks && !writes && <HandedIn papers={detail.papers} />}
          <Objections detail={detail} />
          <DecisionPanel detail={detail} />
          <CaseCorrections detail={detail} />
          {me.office.role !== 'expert' && <LetterList id={detail.id} />}
          {detail.approvedFen !== null && me.office.role !== 'expert' && (
            <CaseMoney id={detail.id} />
          )}
          <CaseRecoveries detail={detail} me={me} />
          <LetTimePass detail={detail} me={me} />
          {detail.may.includes('withdraw') && <Withdrawal caseId={detail.id} />}
        </div>
        <div>
          <CaseRoute detail={detail} />
          <CaseHistory history={detail.history} />
        </div>
      </div>
    </>
  );
}

function OneCase({ me }: { readonly me: SignedIn }) {
  const { id = '' } = useParams();
  const texts = useCaseTexts();
  const kept = useKeptSearch();
  const query = useHeld(`/api/cases/${encodeURIComponent(id)}`, caseDetail);
  const { role } = me.office;
  const list =
    role === 'enterprise' ? (
      <Link to={`/cases${kept}`}>{texts.mine.title}</Link>
    ) : role === 'expert' ? (
      <Link to={`/work${kept}`}>{texts.work.title}</Link>
    ) : (
      <Link to={`/cases${kept}`}>{texts.list.title}</Link>
    );
  return (
    <>
      <nav aria-label={texts.page.back}>{list}</nav>
      <ServerGate query={query} elsewhere={list}>
        {(detail) => <CaseView detail={detail} me={me} />}
      </ServerGate>
    </>
  );
}

/** One case, from application or notice to payment: how it stands, what to do, what it rests on. */
export function CasePage() {
  return (
    <RoleGate roles={['enterprise', 'officer', 'finance', 'expert', 'auditor']}>
      {(me) => <OneCase me={me} />}
    </RoleGate>
  );
}
