import type { CaseDetail } from '@luodi/server/contract';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import styles from './cases.module.css';
import { NewAccountForm } from './new-account-form.tsx';
import { useReturnedPayment } from './use-returned-payment.ts';

/** What the enterprise has to do when its money came back: first on the page, as everything that waits for it. */
export function ReturnedPayment({ detail }: { readonly detail: CaseDetail }) {
  const { inCase } = useMoneyTexts();
  const returned = useReturnedPayment(detail);
  if (returned === undefined) return null;
  return (
    <section className={styles.panel} aria-labelledby="returned-payment">
      <h2 id="returned-payment">{inCase.cameBackTitle}</h2>
      <NewAccountForm caseId={detail.id} enterpriseName={detail.enterpriseName} {...returned} />
    </section>
  );
}
