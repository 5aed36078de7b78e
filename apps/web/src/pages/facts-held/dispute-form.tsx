import { Button, Input, Select } from 'antd';
import { disputeResponse } from '@luodi/server/contract';
import type { HeldFactJson, HeldValueJson } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './facts-held.module.css';

const truths = [
  { zh: '是', en: 'yes' },
  { zh: '否', en: 'no' },
];

function Claim({
  fact,
  id,
  value,
  onChange,
}: {
  readonly fact: HeldFactJson;
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { dispute } = useFactsHeldTexts();
  const { language } = usePageState();
  const choices = fact.kind === 'truth' ? truths : fact.choices;
  if (choices.length > 0)
    return (
      <Select
        id={id}
        allowClear
        value={value === '' ? undefined : value}
        onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
        options={choices.map((choice) => ({ value: choice.zh, label: choice[language] }))}
      />
    );
  const hint = fact.kind === 'number' ? dispute.claimedHint(fact.unit ?? '') : '';
  return (
    <Input
      id={id}
      value={value}
      placeholder={fact.kind === 'date' ? '2024-01-31' : hint}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What an enterprise says against a value that is held about it. */
export function DisputeForm({
  fact,
  value,
  onDone,
}: {
  readonly fact: HeldFactJson;
  readonly value: HeldValueJson;
  readonly onDone: () => void;
}) {
  const { dispute } = useFactsHeldTexts();
  const { language } = usePageState();
  const id = useId();
  const [claimed, setClaimed] = useState('');
  const [words, setWords] = useState('');
  const { run, isRunning, fault } = useCommand(disputeResponse);
  const send = async () => {
    const claim = claimed.trim() === '' ? {} : { claimed: claimed.trim() };
    const done = await run('/api/disputes', { record: value.record, words, ...claim });
    if (done !== undefined) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={dispute.raiseAbout(fact.label[language])}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fact.kind !== 'items' && (
        <>
          <label htmlFor={`${id}-claim`}>{dispute.claimed}</label>
          <Claim fact={fact} id={`${id}-claim`} value={claimed} onChange={setClaimed} />
        </>
      )}
      <label htmlFor={`${id}-words`}>{dispute.words}</label>
      <Input.TextArea
        id={`${id}-words`}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <FaultNotice fault={fault} />
      <div className={styles.row}>
        <Button type="primary" htmlType="submit" loading={isRunning} disabled={words.trim() === ''}>
          {dispute.send}
        </Button>
        <Button onClick={onDone}>{dispute.cancel}</Button>
      </div>
    </form>
  );
}
