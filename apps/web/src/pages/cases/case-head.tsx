import type { CaseDetail } from '@luodi/server/contract';
import { BodyName } from '../../components/body-name.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './case-page.module.css';
import { CaseStateTag } from './case-state.tsx';
import { CaseSum } from './case-sum.tsx';
import { DueDay } from './due-day.tsx';
import { stepOf, titleOf } from './title-of.ts';
import { useReturnedPayment } from './use-returned-payment.ts';

/** Who has the case now: the bodies with waiting tasks, else whoever the step belongs to. */
function useHolder(detail: CaseDetail): string {
  const { state, step, tasks, may } = detail;
  const texts = useCaseTexts();
  const { language } = usePageState();
  const { page, stepNotes } = texts;
  const returned = useReturnedPayment(detail);
  const waiting = tasks.filter((task) => task.state === 'waiting' && task.step === step.index);
  if (may.some((right) => right !== 'withdraw' && right !== 'object')) return page.withYou;
  if (returned !== undefined) return page.withYou;
  if (waiting.some(({ mine }) => mine)) return page.withYou;
  if (state === 'returned' || state === 'draft' || step.kind === 'claim')
    return page.waits(stepNotes.enterprise);
  if (state !== 'open' || waiting.length === 0) return '';
  const names = waiting.map(({ organisationName, organisationNameEn }) =>
    language === 'zh' ? organisationName : organisationNameEn,
  );
  return page.waits([...new Set(names)].join(page.separator));
}

function Next({ detail }: { readonly detail: CaseDetail }) {
  const texts = useCaseTexts();
  const { language } = usePageState();
  const holder = useHolder(detail);
  const { state, step, dueOn, closing } = detail;
  const underWay = detail.closedAt === null && state !== 'completed';
  if (!underWay)
    return closing === null ? null : (
      <p className={styles.next}>
        {texts.page.closing}: <span lang="zh-CN">{closing.because}</span>
        {closing.failed.length > 0 && (
          <>
            <br />
            {texts.page.failedConditions}: <span lang="zh-CN">{closing.failed.join('；')}</span>
          </>
        )}
      </p>
    );
  return (
    <p className={styles.next}>
      {texts.route.place(step.index + 1, step.count)}: <strong>{stepOf(detail, language)}</strong>
      {holder !== '' && <> · {holder}</>}
      {state === 'returned' ? (
        <> · {texts.time.paused}</>
      ) : (
        dueOn !== null && (
          <>
            {' · '}
            <DueDay day={dueOn} />
          </>
        )
      )}
    </p>
  );
}

/** What the case is, how it stands, what comes next, and what it is worth. */
export function CaseHead({ detail }: { readonly detail: CaseDetail }) {
  const texts = useCaseTexts();
  const { language } = usePageState();
  return (
    <header className={styles.head}>
      <div>
        <h1>
          {titleOf(detail, language)} <CaseStateTag state={detail.state} />
        </h1>
        <p className="quiet">
          <span lang="zh-CN">{detail.enterpriseName}</span> · <BodyName name={detail.district} /> ·{' '}
          {texts.page.lawDate(detail.lawDate)}
        </p>
        <Next detail={detail} />
      </div>
      {detail.state !== 'rejected' && (
        <CaseSum standing={detail.standing} approvedFen={detail.approvedFen} />
      )}
    </header>
  );
}
