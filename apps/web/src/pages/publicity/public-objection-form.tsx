import { Alert, Button, Input } from 'antd';
import { publicObjectionOutcome } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import styles from '../cases/cases.module.css';
import { ReasonField } from '../cases/reason-field.tsx';

/** Objecting to what is public without signing in: who one is, how to be reached, and why. */
export function PublicObjectionForm({
  caseId,
  onCancel,
}: {
  readonly caseId: string;
  readonly onCancel: () => void;
}) {
  const { objections: texts } = useCaseTexts();
  const [byName, setName] = useState('');
  const [contact, setContact] = useState('');
  const [words, setWords] = useState('');
  const [received, setReceived] = useState(false);
  const id = useId();
  const { run, isRunning, fault } = useCommand(publicObjectionOutcome);
  const send = async () => {
    const path = `/api/publicity/${encodeURIComponent(caseId)}/objections`;
    const said = { byName: byName.trim(), contact: contact.trim(), words: words.trim() };
    if ((await run(path, said)) !== undefined) setReceived(true);
  };
  if (received) return <Alert type="success" showIcon title={texts.received} />;
  const isShort = byName.trim() === '' || contact.trim().length < 5 || words.trim() === '';
  return (
    <div className="no-print">
      <p className="quiet">
        {texts.raiseIntro} {texts.privacy}
      </p>
      <div className={styles.fields}>
        <label htmlFor={`${id}-name`}>
          {texts.name}
          <Input
            id={`${id}-name`}
            maxLength={100}
            autoComplete="name"
            value={byName}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label htmlFor={`${id}-contact`}>
          {texts.contact}
          <Input
            id={`${id}-contact`}
            placeholder={texts.contactHint}
            maxLength={200}
            value={contact}
            onChange={({ currentTarget }) => setContact(currentTarget.value)}
          />
        </label>
      </div>
      <ReasonField label={texts.words} rows={3} text={words} onChange={setWords} />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button type="primary" loading={isRunning} disabled={isShort} onClick={() => void send()}>
          {texts.submit}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </div>
  );
}
