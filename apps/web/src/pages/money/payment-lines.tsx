import type { LinesResponse } from '@luodi/server/contract';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { titleOf } from '../cases/title-of.ts';
import styles from './money.module.css';
import { sayExactly } from './sums.ts';

export type PaymentLine = LinesResponse['lines'][number];

function Payee({ line }: { readonly line: PaymentLine }) {
  const { language } = usePageState();
  const kept = useKeptSearch();
  return (
    <>
      {line.case === null ? (
        <span lang="zh-CN">{line.enterpriseName}</span>
      ) : (
        <Link to={`/cases/${encodeURIComponent(line.case)}${kept}`} lang="zh-CN">
          {line.enterpriseName}
        </Link>
      )}
      <div className="quiet">{titleOf(line, language)}</div>
      <div className="quiet figure" lang="zh-CN">
        {line.account.bank} {line.account.number}
      </div>
    </>
  );
}

/** Payments one by one: to whom, what for, to which account (masked), how much, how far. */
export function PaymentLines({
  answer,
  action,
}: {
  readonly answer: LinesResponse;
  readonly action?: (line: PaymentLine) => ReactNode;
}) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const { lines, payments, fen } = answer;
  return (
    <>
      <p className="quiet figure">
        {texts.payments.count(payments, sayExactly(fen, language))}
        {lines.length < payments && ` · ${texts.payments.more(lines.length, payments)}`}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.payments.columns.payee}</th>
            <th scope="col" className={styles.sum}>
              {texts.payments.columns.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-payment={line.id}>
              <td>
                <Payee line={line} />
              </td>
              <td className={styles.sum}>
                <strong className="figure">{sayExactly(line.fen, language)}</strong>
                <div className="quiet">{texts.paymentStates[line.state]}</div>
                {line.reason !== null && (
                  <div className="quiet" lang="zh-CN">
                    {line.reason}
                  </div>
                )}
                {action?.(line)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
