import type { CaseDetail } from '@luodi/server/contract';
import { exactMoney } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './cases.module.css';
import { dayOfInstant } from './instant.ts';

/** What was ordered to be paid, and what arrived. */
export function Payments({ payments }: Pick<CaseDetail, 'payments'>) {
  const { payments: texts } = useCaseTexts();
  const { language } = usePageState();
  const known: Readonly<Record<string, string>> = texts.states;
  if (payments.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="payments">
      <h2 id="payments">{texts.title}</h2>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {payments.map(({ fen, state, orderedAt, settledAt }, index) => (
          // Two payments may be of one sum and day.
          <li key={index} className="figure">
            {exactMoney(BigInt(fen), language)} · {known[state] ?? state} ·{' '}
            {dayOfInstant(settledAt ?? orderedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}
