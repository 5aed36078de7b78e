import { Button, Input } from 'antd';
import { caseOutcome } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { organisationIn } from '../../session/office-name.ts';
import { useCommand } from '../../session/use-command.ts';
import { useSignedIn } from '../../session/use-session.ts';
import { usePageState } from '../../state/page-state.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';
import { ReasonField } from './reason-field.tsx';

/** Objecting to a case while it is public. */
export function ObjectionForm({
  caseId,
  onDone,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
}) {
  const { objections: texts } = useCaseTexts();
  const { language } = usePageState();
  const me = useSignedIn();
  const [byName, setName] = useState(me === undefined ? '' : organisationIn(me.office, language));
  const [words, setWords] = useState('');
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const send = async () => {
    const objection = { byName: byName.trim(), words: words.trim() };
    const done = await run(caseAddress(caseId, 'objections'), objection);
    if (done !== undefined) onDone();
  };
  return (
    <div>
      <p className="quiet">{texts.raiseIntro}</p>
      <div className={styles.fields}>
        <label>
          {texts.name}
          <Input
            maxLength={200}
            value={byName}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
      </div>
      <ReasonField label={texts.words} rows={3} text={words} onChange={setWords} />
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={byName.trim() === '' || words.trim() === ''}
          onClick={() => void send()}
        >
          {texts.submit}
        </Button>
      </div>
    </div>
  );
}
