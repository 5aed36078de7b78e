import { ownMoneyResponse } from '@luodi/server/contract';
import type { OwnMoneyResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { ClauseLink } from '../../components/clause-link.tsx';
import { exactMoney } from '../../components/money.ts';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './cases.module.css';
import { dayOfInstant } from '../../components/instant.ts';
import { titleOf } from './title-of.ts';

const stages = ['paid', 'ordered', 'approved'] as const;

function Granted({ each }: { readonly each: OwnMoneyResponse['cases'][number] }) {
  const { own } = useMoneyTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return (
    <li className={styles.row} data-money={each.case}>
      <div>
        <Link to={`/cases/${encodeURIComponent(each.case)}${kept}`}>{titleOf(each, language)}</Link>
        {each.clause !== null && (
          <p className="quiet">
            {own.under} <ClauseLink place={each.clause.place} />
          </p>
        )}
      </div>
      <div className={styles.stages}>
        {stages
          .filter((stage) => each[stage] !== '0')
          .map((stage) => (
            <div key={stage}>
              <span className="quiet">
                {stage === 'paid' && each.paidAt !== null
                  ? own.paidOn(dayOfInstant(each.paidAt))
                  : own[stage]}
              </span>{' '}
              <strong className="figure">{exactMoney(BigInt(each[stage]), language)}</strong>
            </div>
          ))}
      </div>
    </li>
  );
}

/** 我的钱: what the enterprise was granted, how far each sum has got, and under which clause. */
export function OwnMoney() {
  const { own } = useMoneyTexts();
  const { language } = usePageState();
  const query = useHeld('/api/money/own', ownMoneyResponse);
  return (
    <section className={styles.section} aria-labelledby="own-money">
      <h2 id="own-money">{own.title}</h2>
      <ServerGate query={query}>
        {(answer) =>
          answer.cases.length === 0 ? (
            <p className="quiet">{own.none}</p>
          ) : (
            <>
              <p className="figure">
                {stages
                  .filter((stage) => answer[stage] !== '0')
                  .map((stage) => `${own[stage]} ${exactMoney(BigInt(answer[stage]), language)}`)
                  .join(' · ')}
              </p>
              <ul className={styles.list}>
                {answer.cases.map((each) => (
                  <Granted key={each.case} each={each} />
                ))}
              </ul>
            </>
          )
        }
      </ServerGate>
    </section>
  );
}
