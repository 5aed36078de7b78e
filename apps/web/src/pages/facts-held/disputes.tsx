import { Button, Input } from 'antd';
import { disputesResponse, settleDisputeResponse } from '@luodi/server/contract';
import type { DisputeJson } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { StatusTag } from '../../components/status-tag.tsx';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './facts-held.module.css';

function Settle({ dispute }: { readonly dispute: DisputeJson }) {
  const texts = useFactsHeldTexts().dispute;
  const id = useId();
  const [answer, setAnswer] = useState('');
  const { run, isRunning, fault } = useCommand(settleDisputeResponse);
  const settle = (upheld: boolean) =>
    void run(`/api/disputes/${encodeURIComponent(dispute.id)}/settle`, { upheld, answer });
  const lacking = answer.trim() === '';
  return (
    <div className={styles.form}>
      <label htmlFor={id}>{texts.answer}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <FaultNotice fault={fault} />
      <div className={styles.row}>
        <Button type="primary" disabled={lacking} loading={isRunning} onClick={() => settle(true)}>
          {dispute.claimed === null ? texts.withdraw : texts.uphold}
        </Button>
        <Button disabled={lacking} loading={isRunning} onClick={() => settle(false)}>
          {texts.reject}
        </Button>
      </div>
    </div>
  );
}

function Standing({ settlement }: Pick<DisputeJson, 'settlement'>) {
  const texts = useFactsHeldTexts().dispute;
  if (settlement === null) return <StatusTag tone="attention">{texts.open}</StatusTag>;
  return settlement.upheld ? (
    <StatusTag tone="good">{texts.upheld}</StatusTag>
  ) : (
    <StatusTag>{texts.rejected}</StatusTag>
  );
}

/** A dispute: what is held, what the enterprise says, how it was settled or, for who may, how it is to be. */
export function DisputeView({
  dispute,
  named,
}: {
  readonly dispute: DisputeJson;
  /** Whether the enterprise has to be named. */
  readonly named: boolean;
}) {
  const { file, dispute: texts } = useFactsHeldTexts();
  const { language } = usePageState();
  const { settlement, year } = dispute;
  return (
    <article className={styles.panel}>
      <strong>
        {named && <span lang="zh-CN">{dispute.enterpriseName} · </span>}
        {dispute.label[language]} {year !== null && file.year(year)}
      </strong>{' '}
      <Standing settlement={settlement} />
      <div>
        {texts.held}: {dispute.held[language]}{' '}
        <span className="quiet">{dispute.sourceName[language]}</span>
      </div>
      <div>
        {texts.says}: {dispute.claimed === null ? texts.onlyWrong : dispute.claimed[language]}
      </div>
      <p lang="zh-CN">“{dispute.words}”</p>
      {settlement !== null && (
        <p>
          {texts.answer}: {settlement.answer}
        </p>
      )}
      {settlement === null && dispute.yours && <Settle dispute={dispute} />}
    </article>
  );
}

/** The disputes that wait for the office of who is signed in. */
export function WaitingDisputes() {
  const texts = useFactsHeldTexts().dispute;
  const { data } = useHeld('/api/disputes', disputesResponse);
  const own = data?.disputes.filter(({ yours }) => yours) ?? [];
  if (own.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>{texts.waiting(own.length)}</h2>
      {own.map((dispute) => (
        <DisputeView key={dispute.id} dispute={dispute} named />
      ))}
    </section>
  );
}
