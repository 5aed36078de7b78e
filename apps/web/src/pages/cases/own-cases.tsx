import type { CaseSummary } from '@luodi/server/contract';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { CaseStateTag } from './case-state.tsx';
import styles from './cases.module.css';
import { DueDay } from './due-day.tsx';
import { stepOf, titleOf } from './title-of.ts';
import { useReturnedPayment } from './use-returned-payment.ts';

/** Whether the enterprise has to do something now. */
function needsEnterprise({ state, step }: CaseSummary): boolean {
  return state === 'draft' || state === 'returned' || (state === 'open' && step.kind === 'claim');
}

function isUnderWay({ closedAt, state }: CaseSummary): boolean {
  return closedAt === null && state !== 'completed';
}

function OwnCase({ each }: { readonly each: CaseSummary }) {
  const texts = useCaseTexts();
  const { inCase } = useMoneyTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const returned = useReturnedPayment(each);
  const needed = needsEnterprise(each) || returned !== undefined;
  return (
    <li className={styles.row} data-case={each.id}>
      <div>
        <h3>
          <Link to={`/cases/${encodeURIComponent(each.id)}${kept}`}>{titleOf(each, language)}</Link>
        </h3>
        <CaseStateTag state={each.state} />{' '}
        {needed && <StatusTag tone="active">{texts.mine.need}</StatusTag>}
        <p className="quiet">
          {isUnderWay(each) ? (
            <>
              {texts.route.place(each.step.index + 1, each.step.count)} · {stepOf(each, language)}{' '}
              {each.dueOn !== null && (
                <>
                  {'· '}
                  <DueDay day={each.dueOn} />
                </>
              )}
            </>
          ) : (
            each.closing?.because
          )}
        </p>
        {returned !== undefined && <p>{inCase.cameBack(returned.reason)}</p>}
      </div>
      <strong className="figure">
        {each.approvedFen === null
          ? each.askedFen === null
            ? ''
            : texts.standing.upToSum(money(BigInt(each.askedFen), language))
          : money(BigInt(each.approvedFen), language)}
      </strong>
    </li>
  );
}

/** The enterprise's own cases: those that wait for it first. */
export function OwnCases({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { mine } = useCaseTexts();
  const rank = (each: CaseSummary) => (needsEnterprise(each) ? 0 : isUnderWay(each) ? 1 : 2);
  const sorted = [...cases].sort((a, b) => rank(a) - rank(b));
  return (
    <section className={styles.section} aria-labelledby="own-cases">
      <h2 id="own-cases">{mine.casesTitle}</h2>
      {sorted.length === 0 ? (
        <p className="quiet">{mine.casesNone}</p>
      ) : (
        <ul className={styles.list}>
          {sorted.map((each) => (
            <OwnCase key={each.id} each={each} />
          ))}
        </ul>
      )}
    </section>
  );
}
