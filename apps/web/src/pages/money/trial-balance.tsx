import { moneyResponse, trialBalanceResponse } from '@luodi/server/contract';
import type { TrialBalanceResponse } from '@luodi/server/contract';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { nameIn, sayExactly } from './sums.ts';

function Differences({ differences }: Pick<TrialBalanceResponse, 'differences'>) {
  const { reports, purposes } = useMoneyTexts();
  const { language } = usePageState();
  const { balance } = reports;
  const money = useHeld('/api/money', moneyResponse).data;
  const known: Readonly<Record<string, string>> = purposes;
  const poolName = (id: string) => {
    const pool = money?.pools.find((each) => each.id === id);
    return pool === undefined ? id : nameIn(pool, language);
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{balance.account}</th>
            <th scope="col" className={styles.sum}>
              {balance.kept}
            </th>
            <th scope="col" className={styles.sum}>
              {balance.reckoned}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ kept, reckoned, purpose, pool, year, holder }, index) => (
            // An account may differ both from its entries and from what cases hold.
            <tr key={index}>
              <td>
                {known[purpose] ?? purpose} · {poolName(pool)} · {year} · {holder}
              </td>
              <td className={`${styles.sum} figure`}>{sayExactly(kept, language)}</td>
              <td className={`${styles.sum} figure`}>{sayExactly(reckoned, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the ledger is whole: zero in both layers, or what differs. */
export function TrialBalance() {
  const { reports } = useMoneyTexts();
  const { balance } = reports;
  const query = useHeld('/api/money/trial-balance', trialBalanceResponse);
  return (
    <section className={caseStyles.panel} aria-labelledby="trial-balance">
      <h2 id="trial-balance">{balance.title}</h2>
      <ServerGate query={query}>
        {({ whole, budgetFen, cashFen, differences }) => (
          <div data-balance={whole ? 'whole' : 'broken'}>
            <p className={whole ? styles.zero : styles.broken}>
              {whole ? balance.whole : balance.broken(differences.length)}
            </p>
            {!whole && (
              <p className="figure">
                {balance.budget} {balance.fen(budgetFen)} · {balance.cash} {balance.fen(cashFen)}
              </p>
            )}
            {differences.length > 0 && <Differences differences={differences} />}
          </div>
        )}
      </ServerGate>
    </section>
  );
}
