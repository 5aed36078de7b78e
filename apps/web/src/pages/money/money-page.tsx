import { Alert, Button } from 'antd';
import { moneyResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { BudgetBar } from './budget-bar.tsx';
import { GrantForm } from './grant-form.tsx';
import { MoneyFrame } from './money-frame.tsx';
import styles from './money.module.css';
import { PoolForm } from './pool-form.tsx';
import { nameIn } from './sums.ts';

type Pool = MoneyResponse['pools'][number];

function PoolSection({ pool }: { readonly pool: Pool }) {
  const { overview } = useMoneyTexts();
  const { language } = usePageState();
  const owner = language === 'zh' ? pool.ownerName : pool.ownerNameEn;
  const newest = pool.budgets.toSorted((a, b) => b.year - a.year);
  return (
    <section className={caseStyles.panel} aria-label={nameIn(pool, language)} data-pool={pool.id}>
      <div className={styles.head}>
        <h2>{nameIn(pool, language)}</h2>
        <span className="quiet">
          {overview.owner(owner)} ·{' '}
          {pool.rollingUntil === null ? overview.lapses : overview.rolling(pool.rollingUntil)}
        </span>
      </div>
      {newest.length === 0 && <p className="quiet">{overview.noBudget}</p>}
      {newest.map((budget) => (
        <BudgetBar key={`${budget.year} ${budget.holder}`} pool={pool.id} budget={budget} />
      ))}
    </section>
  );
}

function Overview({ money, acts }: { readonly money: MoneyResponse; readonly acts: boolean }) {
  const { overview } = useMoneyTexts();
  const [open, setOpen] = useState<'pool' | 'grant'>();
  const [said, setSaid] = useState('');
  const close = (words = '') => {
    setOpen(undefined);
    setSaid(words);
  };
  return (
    <>
      {acts && open === undefined && (
        <div className={caseStyles.actions}>
          {money.pools.length > 0 && (
            <Button type="primary" onClick={() => setOpen('grant')}>
              {overview.grant}
            </Button>
          )}
          <Button onClick={() => setOpen('pool')}>{overview.open}</Button>
        </div>
      )}
      {said !== '' && <Alert type="success" showIcon title={said} style={{ marginTop: 8 }} />}
      {open === 'pool' && <PoolForm bodies={money.bodies} onClose={close} />}
      {open === 'grant' && <GrantForm money={money} onClose={close} />}
      {money.pools.length === 0 && <p>{overview.none}</p>}
      {money.pools.map((pool) => (
        <PoolSection key={pool.id} pool={pool} />
      ))}
    </>
  );
}

/** 资金总览: pools and years, where the money is, and how budgets are granted. */
export function MoneyPage() {
  const { overview } = useMoneyTexts();
  const query = useHeld('/api/money', moneyResponse);
  return (
    <MoneyFrame intro={overview.intro}>
      {({ office }) => (
        <ServerGate query={query}>
          {(money) => <Overview money={money} acts={office.role === 'finance'} />}
        </ServerGate>
      )}
    </MoneyFrame>
  );
}
