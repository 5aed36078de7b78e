import { Alert, Button, Input } from 'antd';
import { allocationOutcome, programmeOutcome } from '@luodi/server/contract';
import type { ProgrammeJson } from '@luodi/server/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { money } from '../../components/money.ts';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';

function Publishing({ id, onCancel }: { readonly id: string; readonly onCancel: () => void }) {
  const { actions } = useProgrammeTexts();
  const { run, isRunning, fault } = useCommand(programmeOutcome);
  return (
    <>
      <p>{actions.publishNote}</p>
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          onClick={() => void run(`/api/programmes/${id}/publish`)}
        >
          {actions.confirmPublish}
        </Button>
        <Button onClick={onCancel}>{actions.cancel}</Button>
      </div>
    </>
  );
}

function Closing({ id, onCancel }: { readonly id: string; readonly onCancel: () => void }) {
  const { actions } = useProgrammeTexts();
  const [reason, setReason] = useState('');
  const { run, isRunning, fault } = useCommand(programmeOutcome);
  return (
    <>
      <p>{actions.closeNote}</p>
      <Input.TextArea
        aria-label={actions.closeReason}
        placeholder={actions.closeReason}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          danger
          loading={isRunning}
          disabled={reason.trim() === ''}
          onClick={() => void run(`/api/programmes/${id}/close`, { reason: reason.trim() })}
        >
          {actions.confirmClose}
        </Button>
        <Button onClick={onCancel}>{actions.cancel}</Button>
      </div>
    </>
  );
}

function Allocation({ id }: { readonly id: string }) {
  const { actions } = useProgrammeTexts();
  const { language } = usePageState();
  const [words, setWords] = useState('');
  const { run, isRunning, fault } = useCommand(allocationOutcome);
  const allocate = async () => {
    const done = await run(`/api/programmes/${id}/allocate`);
    if (done === undefined) return;
    setWords(actions.allocated(done.served, done.waiting, money(BigInt(done.totalFen), language)));
  };
  return (
    <>
      <Button loading={isRunning} title={actions.allocateNote} onClick={() => void allocate()}>
        {actions.allocate}
      </Button>
      <FaultNotice fault={fault} />
      {words !== '' && <Alert type="success" showIcon title={words} />}
    </>
  );
}

/** What the office of a programme can do with it: each says what it does before it is done. */
export function ProgrammeActions({ programme }: { readonly programme: ProgrammeJson }) {
  const { actions } = useProgrammeTexts();
  const kept = useKeptSearch();
  const [asking, setAsking] = useState(false);
  const { id, state, cases } = programme;
  const cancel = () => setAsking(false);
  if (asking)
    return (
      <section
        className={caseStyles.panel}
        aria-label={actions[state === 'draft' ? 'publish' : 'close']}
      >
        {state === 'draft' ? (
          <Publishing id={id} onCancel={cancel} />
        ) : (
          <Closing id={id} onCancel={cancel} />
        )}
      </section>
    );
  return (
    <div className={caseStyles.actions}>
      {state === 'draft' && (
        <>
          <Button type="primary" onClick={() => setAsking(true)}>
            {actions.publish}
          </Button>
          <Link to={`/programmes/${id}/edit${kept}`}>{actions.edit}</Link>
        </>
      )}
      {state === 'published' && <Button onClick={() => setAsking(true)}>{actions.close}</Button>}
      {(cases.queued ?? 0) > 0 && <Allocation id={id} />}
    </div>
  );
}
