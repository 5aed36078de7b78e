import { Button, Input } from 'antd';
import { monthResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { AccountsTable, ProgrammesTable } from './month-tables.tsx';
import { nameIn } from './sums.ts';

const monthForm = /^20\d\d-(0[1-9]|1[0-2])$/u;

function Report({ asked }: { readonly asked: string }) {
  const { month: texts } = useMoneyTexts().reports;
  const query = useHeld(`/api/money/month?${asked}`, monthResponse);
  return (
    <ServerGate query={query}>
      {({ lines, programmes }) => (
        <>
          <h3>{texts.programmes}</h3>
          {programmes.length === 0 ? (
            <p className="quiet">{texts.noneProgrammes}</p>
          ) : (
            <ProgrammesTable programmes={programmes} />
          )}
          <h3>{texts.accounts}</h3>
          {lines.length === 0 ? (
            <p className="quiet">{texts.none}</p>
          ) : (
            <AccountsTable lines={lines} />
          )}
        </>
      )}
    </ServerGate>
  );
}

/** The report of a month: programmes and accounts of a pool, on the page, on paper, in Excel. */
export function MonthReport({ pools }: Pick<MoneyResponse, 'pools'>) {
  const { month: texts } = useMoneyTexts().reports;
  const { language, date } = usePageState();
  const [read, change] = usePageParameters();
  const pool = pools.find(({ id }) => id === read('pool')) ?? pools[0];
  const written = read('month');
  const month = monthForm.test(written) ? written : date.toString().slice(0, 7);
  if (pool === undefined) return null;
  const asked = new URLSearchParams({ pool: pool.id, month }).toString();
  return (
    <section className={caseStyles.panel} aria-labelledby="month-report">
      <div className={styles.head}>
        <h2 id="month-report">
          {texts.title} <span className="figure">{month}</span> {nameIn(pool, language)}
        </h2>
        <span className="quiet">{texts.unit}</span>
      </div>
      <div className={`${caseStyles.actions} no-print`}>
        <Choice
          label={texts.pool}
          width={260}
          mayBeEmpty={false}
          value={pool.id}
          options={pools.map((each) => ({ value: each.id, label: nameIn(each, language) }))}
          onChange={(chosen) => change({ pool: chosen })}
        />
        <Input
          type="month"
          aria-label={texts.month}
          style={{ width: 170 }}
          value={month}
          onChange={(event) => change({ month: event.target.value })}
        />
        <Button href={`/api/money/month/xlsx?${asked}`} download>
          {texts.excel}
        </Button>
        <Button onClick={() => window.print()}>{texts.print}</Button>
      </div>
      <Report asked={asked} />
    </section>
  );
}
