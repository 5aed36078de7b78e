import type { MoneyResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { exactMoney, money } from '../../components/money.ts';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './money.module.css';

type Budget = MoneyResponse['pools'][number]['budgets'][number];

/** How far along money is, the farthest first. */
const heldAs = ['spent', 'ordered', 'approved', 'reserved'] as const;

/** A share of the bar in thousandths: enough for the eye, and exact sums stand below. */
function share(fen: string, of: string): number {
  return of === '0' ? 0 : Number((BigInt(fen) * 1000n) / BigInt(of)) / 10;
}

/** Where a holder's budget of a year is: one bar, and the figures; each opens the cases that it is made of. */
export function BudgetBar({ pool, budget }: { readonly pool: string; readonly budget: Budget }) {
  const { overview } = useMoneyTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const holder = language === 'zh' ? budget.holderName : budget.holderNameEn;
  const { year } = budget;
  const figures = ['appropriated', ...heldAs.toReversed(), 'available'] as const;
  const isHeld = (figure: (typeof figures)[number]): figure is (typeof heldAs)[number] =>
    heldAs.some((held) => held === figure);
  return (
    <div className={styles.budget} data-budget={`${budget.holder} ${year}`}>
      <h3>
        {holder} <span className="quiet figure">{overview.year(year)}</span>
      </h3>
      <div className={styles.bar} aria-hidden="true">
        {heldAs.map((held) => (
          <span
            key={held}
            className={styles[held]}
            style={{ width: `${share(budget[held], budget.appropriated)}%` }}
          />
        ))}
      </div>
      <dl className={styles.figures}>
        {figures.map((figure) => {
          const fen = BigInt(budget[figure]);
          const sum = money(fen, language);
          return (
            <div key={figure} data-figure={figure}>
              <dt>
                <i className={isHeld(figure) ? styles[figure] : styles.none} />
                {overview.columns[figure]}
              </dt>
              <dd className="figure" title={exactMoney(fen, language)}>
                {isHeld(figure) && fen > 0n ? (
                  <Link
                    to={addressOf('/money/holdings', kept, {
                      pool,
                      year: String(year),
                      holder: budget.holder,
                      purpose: figure,
                    })}
                  >
                    {sum}
                  </Link>
                ) : (
                  sum
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
