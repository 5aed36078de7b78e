import type { PayerResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { sayInstant } from '../../components/instant.ts';
import { BatchStateTag } from './batch-state.tsx';
import styles from './money.module.css';
import { sayExactly } from './sums.ts';

/** The batches of a payer, the newest first. */
export function BatchList({
  payer,
  batches,
}: {
  readonly payer: string;
  readonly batches: PayerResponse['batches'];
}) {
  const { batches: texts, payments } = useMoneyTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return (
    <section className={caseStyles.panel} aria-labelledby="batches">
      <h2 id="batches">{texts.title}</h2>
      {batches.length === 0 && <p className="quiet">{texts.none}</p>}
      <table className={`${styles.table} ${styles.even}`}>
        <tbody>
          {batches.map(({ id, state, createdAt, payments: count, fen, unanswered }) => (
            <tr key={id} data-batch={id}>
              <td>
                <Link to={addressOf(`/money/batches/${encodeURIComponent(id)}`, kept, { payer })}>
                  {id}
                </Link>
                <div className="quiet figure">{sayInstant(createdAt)}</div>
              </td>
              <td className={styles.sum}>
                <span className="figure">{payments.count(count, sayExactly(fen, language))}</span>
                <div>
                  <BatchStateTag state={state} />{' '}
                  {state === 'sent' && unanswered > 0 && (
                    <span className="quiet">{texts.unanswered(unanswered)}</span>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
