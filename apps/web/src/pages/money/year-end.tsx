import { Button } from 'antd';
import { movedResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { nameIn, sayExactly } from './sums.ts';
import { WordedAction } from './worded-action.tsx';

type Pool = MoneyResponse['pools'][number];

interface Left {
  readonly pool: Pool;
  readonly budget: Pool['budgets'][number];
}

type Asked = Left & { readonly what: 'lapse' | 'carry' };

function Row({ left, onAsk }: { readonly left: Left; readonly onAsk: (asked: Asked) => void }) {
  const { yearEnd } = useMoneyTexts().reports;
  const { language } = usePageState();
  const { pool, budget } = left;
  const holder = language === 'zh' ? budget.holderName : budget.holderNameEn;
  const rolls = pool.rollingUntil !== null && budget.year < pool.rollingUntil;
  return (
    <tr>
      <td>
        {holder} <span className="figure">{budget.year}</span>
        <div className="quiet">{nameIn(pool, language)}</div>
      </td>
      <td className={styles.sum}>
        <strong className="figure">{sayExactly(budget.available, language)}</strong>
        <div>
          <Button
            size="small"
            type="link"
            aria-label={`${yearEnd.lapse}: ${holder} ${budget.year}`}
            onClick={() => onAsk({ ...left, what: 'lapse' })}
          >
            {yearEnd.lapse}
          </Button>
          {rolls && (
            <Button
              size="small"
              type="link"
              aria-label={`${yearEnd.carry}: ${holder} ${budget.year}`}
              onClick={() => onAsk({ ...left, what: 'carry' })}
            >
              {yearEnd.carry}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Question({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { yearEnd } = useMoneyTexts().reports;
  const { language } = usePageState();
  const { pool, budget, what } = asked;
  const holder = language === 'zh' ? budget.holderName : budget.holderNameEn;
  const sum = sayExactly(budget.available, language);
  const lapses = what === 'lapse';
  return (
    <WordedAction
      title={(lapses ? yearEnd.lapseTitle : yearEnd.carryTitle)(holder, budget.year)}
      consequence={lapses ? yearEnd.lapseNote(sum) : yearEnd.carryNote(sum, budget.year + 1)}
      submit={lapses ? yearEnd.lapseSubmit(sum) : yearEnd.carrySubmit(sum)}
      danger={lapses}
      schema={movedResponse}
      path={lapses ? '/api/money/lapses' : '/api/money/carry-overs'}
      input={(words) => ({ pool: pool.id, year: budget.year, holder: budget.holder, words })}
      onClose={onClose}
    />
  );
}

/** What is left of budgets: it lapses, or is carried into the next year. */
export function YearEnd({ pools }: Pick<MoneyResponse, 'pools'>) {
  const { yearEnd } = useMoneyTexts().reports;
  const [asked, setAsked] = useState<Asked>();
  const left = pools.flatMap((pool) =>
    pool.budgets
      .filter(({ mine, available }) => mine && available !== '0')
      .map((budget) => ({ pool, budget })),
  );
  return (
    <section className={`${caseStyles.panel} no-print`} aria-labelledby="year-end">
      <h2 id="year-end">{yearEnd.title}</h2>
      <p className="quiet">{left.length === 0 ? yearEnd.none : yearEnd.intro}</p>
      <table className={styles.table}>
        {left.length > 0 && (
          <thead>
            <tr>
              <th scope="col">{yearEnd.budget}</th>
              <th scope="col" className={styles.sum}>
                {yearEnd.left}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {left.map((each) => (
            <Row
              key={`${each.pool.id} ${each.budget.year} ${each.budget.holder}`}
              left={each}
              onAsk={setAsked}
            />
          ))}
        </tbody>
      </table>
      {asked !== undefined && (
        <Question
          key={`${asked.pool.id} ${asked.budget.year} ${asked.budget.holder} ${asked.what}`}
          asked={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
