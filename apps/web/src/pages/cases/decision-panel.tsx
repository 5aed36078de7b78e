import { Button } from 'antd';
import type { CaseDetail } from '@luodi/server/contract';
import { exactMoney } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { DecisionFinding } from './decision-finding.tsx';
import { DecisionRefusal } from './decision-refusal.tsx';
import { sayInstant } from '../../components/instant.ts';
import { useDecisionCheck } from './use-decision-check.ts';

/** What was decided, on what it rests, as a file, and the same computed again before one's eyes. */
export function DecisionPanel({ detail }: { readonly detail: CaseDetail }) {
  const { decision: texts } = useCaseTexts();
  const { language } = usePageState();
  const { check, checkText, isRunning } = useDecisionCheck();
  const { decision } = detail;
  if (decision === null) return null;
  const { refusal, amountBy } = decision;
  const granted = amountBy === 'rule' ? texts.byRule : texts.byBody;
  const denied = amountBy === 'rule' ? texts.deniedByRule : texts.deniedByBody;
  const sumBy = refusal === null ? granted : denied;
  const address = caseAddress(detail.id, 'decision');
  const again = async () => checkText(await (await fetch(address)).text());
  const rows = [
    [texts.sum, exactMoney(BigInt(decision.amountFen), language)],
    ['', sumBy],
    [texts.lawDate, decision.lawDate],
    [texts.knownAt, sayInstant(decision.knownAt)],
    [texts.version, decision.contentVersion.slice(0, 12)],
    [texts.hash, decision.hash.slice(0, 16)],
  ] as const;
  return (
    <section className={styles.panel} aria-labelledby="decision">
      <h2 id="decision">{texts.title}</h2>
      <dl className={styles.pairs}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="quiet">{label}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
      {refusal !== null && <DecisionRefusal refusal={refusal} />}
      <div className={styles.actions}>
        <Button href={address} download>
          {texts.download}
        </Button>
        <Button loading={isRunning} onClick={() => void again()}>
          {isRunning ? texts.verifying : texts.verify}
        </Button>
      </div>
      <DecisionFinding check={check} />
    </section>
  );
}
