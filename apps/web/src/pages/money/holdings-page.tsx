import { holdingsResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { titleOf } from '../cases/title-of.ts';
import { MoneyFrame } from './money-frame.tsx';
import styles from './money.module.css';
import { say, sayExactly } from './sums.ts';

function List() {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [read] = usePageParameters();
  const asked = new URLSearchParams();
  for (const key of ['pool', 'year', 'holder', 'purpose']) asked.set(key, read(key));
  const query = useHeld(`/api/money/holdings?${asked.toString()}`, holdingsResponse);
  const known: Readonly<Record<string, string>> = texts.purposes;
  const purpose = known[read('purpose')] ?? read('purpose');
  return (
    <ServerGate query={query}>
      {({ lines, subjects, fen, holderName, holderNameEn }) => (
        <section className={caseStyles.panel} aria-labelledby="holdings">
          <h2 id="holdings">
            {texts.holdings.title(
              purpose,
              language === 'zh' ? holderName : holderNameEn,
              read('year'),
            )}
          </h2>
          <p className="quiet">
            {subjects === 0
              ? texts.holdings.none
              : texts.holdings.count(subjects, sayExactly(fen, language))}
            {lines.length < subjects && ` · ${texts.holdings.more(lines.length)}`}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.holdings.case}</th>
                <th scope="col" className={styles.sum}>
                  {texts.holdings.sum}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.subject}>
                  <td>
                    {line.case === null ? (
                      texts.holdings.vouchers
                    ) : (
                      <Link to={`/cases/${encodeURIComponent(line.case)}${kept}`} lang="zh-CN">
                        {line.enterpriseName}
                      </Link>
                    )}
                    <div className="quiet">{titleOf(line, language)}</div>
                  </td>
                  <td className={`${styles.sum} figure`} title={sayExactly(line.fen, language)}>
                    {say(line.fen, language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </ServerGate>
  );
}

/** Which cases a sum of a budget is made of. */
export function HoldingsPage() {
  const { overview } = useMoneyTexts();
  return <MoneyFrame intro={overview.intro}>{() => <List />}</MoneyFrame>;
}
