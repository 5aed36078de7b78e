import type { PayerResponse } from '@luodi/server/contract';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { sayExactly } from './sums.ts';

/** Notices of the bank that answer to no payment, and why not. */
export function UnmatchedReceipts({
  unmatched,
  of = '',
}: Pick<PayerResponse, 'unmatched'> & {
  /** Whose bank said so, where it is not plain. */
  readonly of?: string;
}) {
  const { unmatched: texts } = useMoneyTexts();
  const { language } = usePageState();
  const title = of === '' ? texts.title : `${texts.title} · ${of}`;
  return (
    <section className={caseStyles.panel} aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet">{unmatched.length === 0 ? texts.none : texts.intro}</p>
      <table className={styles.table}>
        <tbody>
          {unmatched.map(({ reference, fen, outcome, reason, valueDate, because, ...named }) => (
            <tr key={reference} data-receipt={reference}>
              <td>
                <span className="figure">{reference}</span>{' '}
                <span className="quiet figure">{valueDate}</span>
                {named.endToEndId !== null && (
                  <div className="quiet figure" style={{ overflowWrap: 'anywhere' }}>
                    {texts.payment(named.endToEndId)}
                  </div>
                )}
                <div>
                  <strong>{texts.reasons[because]}</strong>
                  {named.paymentFen !== null && (
                    <span className="figure"> {sayExactly(named.paymentFen, language)}</span>
                  )}
                </div>
                <div>{texts.next[because]}</div>
                {reason !== null && (
                  <div className="quiet" lang="zh-CN">
                    {reason}
                  </div>
                )}
              </td>
              <td className={styles.sum}>
                <strong className="figure">{sayExactly(fen, language)}</strong>
                <div className="quiet">{texts.outcomes[outcome]}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
