import { caseMoneyResponse } from '@luodi/server/contract';
import type { CaseMoneyResponse } from '@luodi/server/contract';
import { ClauseLink } from '../../components/clause-link.tsx';
import { exactMoney } from '../../components/money.ts';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { sayInstant } from '../../components/instant.ts';

/** How far money is, the farthest first. */
const stages = ['spent', 'ordered', 'approved', 'reserved'] as const;

function Shares({ shares }: Pick<CaseMoneyResponse, 'shares'>) {
  const { inCase, purposes } = useMoneyTexts();
  const { language } = usePageState();
  const zh = language === 'zh';
  return (
    <>
      <h3>{inCase.shares}</h3>
      <ul className={styles.money}>
        {shares.flatMap((share) =>
          stages
            .filter((stage) => share[stage] !== '0')
            .map((stage) => (
              <li key={`${share.holder} ${share.pool} ${share.year} ${stage}`}>
                <span>
                  {zh ? share.holderName : share.holderNameEn}{' '}
                  <span className="quiet">
                    {zh ? share.poolName : share.poolNameEn} {share.year} · {purposes[stage]}
                  </span>
                </span>
                <strong className="figure">{exactMoney(BigInt(share[stage]), language)}</strong>
              </li>
            )),
        )}
      </ul>
    </>
  );
}

function Payments({ payments }: Pick<CaseMoneyResponse, 'payments'>) {
  const { inCase, paymentStates } = useMoneyTexts();
  const { language } = usePageState();
  return (
    <>
      <h3>{inCase.payments}</h3>
      <ul className={styles.money}>
        {payments.map(({ id, fen, state, reason, orderedAt, settledAt, account }) => (
          <li key={id}>
            <span>
              {paymentStates[state]}
              {reason !== null && ` · ${reason}`}{' '}
              <span className="quiet figure">{sayInstant(settledAt ?? orderedAt)}</span>
              <br />
              <span className="quiet figure" lang="zh-CN">
                {account.bank} {account.number}
              </span>
            </span>
            <strong className="figure">{exactMoney(BigInt(fen), language)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

function Movements({ movements }: Pick<CaseMoneyResponse, 'movements'>) {
  const { inCase } = useMoneyTexts();
  const { language } = usePageState();
  const known: Readonly<Record<string, string>> = inCase.kinds;
  return (
    <>
      <h3>{inCase.movements}</h3>
      <ol className={styles.money}>
        {movements.map(({ entry, at, kind, words, fen }) => (
          <li key={entry}>
            <span>
              {known[kind] ?? kind} <span className="quiet figure">{sayInstant(at)}</span>
              <br />
              <span className="quiet">
                {inCase.entry(entry)} · <span lang="zh-CN">{words}</span>
              </span>
            </span>
            <span className="figure">{exactMoney(BigInt(fen), language)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function View({ money }: { readonly money: CaseMoneyResponse }) {
  const { inCase } = useMoneyTexts();
  const { clause, shares, movements, payments } = money;
  if (movements.length === 0) return <p className="quiet">{inCase.none}</p>;
  return (
    <>
      {clause !== null && (
        <>
          <p>
            {inCase.rests} <ClauseLink place={clause.place} />
          </p>
          <blockquote className="law" lang="zh-CN" style={{ marginBottom: 16 }}>
            {clause.quote}
          </blockquote>
        </>
      )}
      <Shares shares={shares} />
      {payments.length > 0 && <Payments payments={payments} />}
      <Movements movements={movements} />
    </>
  );
}

/** The money of a case: whose it is, each movement in the ledger, each payment, and the words that it all rests on. */
export function CaseMoney({ id }: { readonly id: string }) {
  const { inCase } = useMoneyTexts();
  const query = useHeld(caseAddress(id, 'money'), caseMoneyResponse);
  return (
    <section className={styles.panel} aria-labelledby="case-money">
      <h2 id="case-money">{inCase.title}</h2>
      <ServerGate query={query}>{(money) => <View money={money} />}</ServerGate>
    </section>
  );
}
