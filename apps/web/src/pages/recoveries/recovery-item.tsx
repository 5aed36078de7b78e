import { Button } from 'antd';
import { outstandingOutcome } from '@luodi/server/contract';
import type { RecoveryJson } from '@luodi/server/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { BodyName } from '../../components/body-name.tsx';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { DueDay } from '../cases/due-day.tsx';
import { dayOfInstant } from '../../components/instant.ts';
import { titleOf } from '../cases/title-of.ts';
import { ReasonedAction } from './reasoned-action.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import styles from './recoveries.module.css';
import { SumList } from './sum-list.tsx';

const tones = {
  ordered: 'attention',
  part_paid: 'active',
  settled: 'good',
  written_off: 'plain',
} as const;

function Actions({ recovery }: { readonly recovery: RecoveryJson }) {
  const { receipt, writeOff } = useRecoveryTexts();
  const { language } = usePageState();
  const [doing, setDoing] = useState<'receipt' | 'write-off'>();
  const close = () => setDoing(undefined);
  const left = money(BigInt(recovery.openFen), language);
  if (doing === 'receipt') return <ReceiptForm recovery={recovery} onClose={close} />;
  if (doing === 'write-off')
    return (
      <ReasonedAction
        title={writeOff.title}
        consequence={writeOff.consequence(left)}
        submit={writeOff.submit(left)}
        path={`/api/recoveries/${encodeURIComponent(recovery.id)}/write-off`}
        schema={outstandingOutcome}
        onClose={close}
      />
    );
  const about = recovery.enterpriseName;
  return (
    <div className={caseStyles.actions}>
      <Button
        type="primary"
        aria-label={`${receipt.open}: ${about}`}
        onClick={() => setDoing('receipt')}
      >
        {receipt.open}
      </Button>
      <Button aria-label={`${writeOff.open}: ${about}`} onClick={() => setDoing('write-off')}>
        {writeOff.open}
      </Button>
    </div>
  );
}

function Days({ recovery }: { readonly recovery: RecoveryJson }) {
  const { recoveries: texts } = useRecoveryTexts();
  const { dueOn, closedAt, at } = recovery;
  const ordered = texts.orderedOn(dayOfInstant(at));
  if (closedAt !== null)
    return (
      <p className="quiet figure">
        {ordered} · {texts.closedOn(dayOfInstant(closedAt))}
      </p>
    );
  return (
    <p>
      {texts.due} {dueOn === null ? texts.noDue : <DueDay day={dueOn} />}{' '}
      <span className="quiet figure">· {ordered}</span>
    </p>
  );
}

/** A recovery: of whom, for which case, how much, by which clause, and what can be done with it. */
export function RecoveryItem({
  recovery,
  onCase = false,
}: {
  readonly recovery: RecoveryJson;
  /** Shown on the page of its case. */
  readonly onCase?: boolean;
}) {
  const { recoveries: texts } = useRecoveryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { state, openFen } = recovery;
  const payer = language === 'zh' ? recovery.payerName : recovery.payerNameEn;
  const sums = [
    { name: texts.principal, fen: recovery.fen },
    { name: texts.interest, fen: recovery.interestFen },
    { name: texts.received, fen: recovery.receivedFen },
    { name: texts.open, fen: openFen },
  ];
  return (
    <article className={caseStyles.panel} data-recovery={recovery.id} data-state={state}>
      <div className={styles.head}>
        {!onCase && <h2 lang="zh-CN">{recovery.enterpriseName}</h2>}
        <StatusTag tone={tones[state]}>{texts.states[state]}</StatusTag>
        {recovery.late && <StatusTag tone="attention">{texts.late}</StatusTag>}
      </div>
      {!onCase && (
        <p>
          <Link to={`/cases/${encodeURIComponent(recovery.case)}${kept}`}>
            {titleOf(recovery, language)}
          </Link>{' '}
          <span className="quiet">
            · <BodyName name={recovery.district} /> · {texts.payer(payer)}
          </span>
        </p>
      )}
      <SumList sums={sums} />
      <Days recovery={recovery} />
      <p className="quiet" lang="zh-CN">
        {recovery.reason}（{recovery.clause}）
      </p>
      {recovery.mine && openFen !== '0' && <Actions recovery={recovery} />}
    </article>
  );
}
