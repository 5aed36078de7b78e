import { Button } from 'antd';
import { useState } from 'react';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import type { AnswerSchema } from '../../session/send-command.ts';
import { useCommand } from '../../session/use-command.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from './consequence.tsx';
import { WordsField } from './words-field.tsx';

/** Something that cannot be taken back: its consequence in words, then a reason, then the button that names it. */
export function ReasonedAction<T>({
  title,
  consequence,
  submit,
  path,
  schema,
  onClose,
}: {
  readonly title: string;
  readonly consequence: string;
  readonly submit: string;
  readonly path: string;
  readonly schema: AnswerSchema<T>;
  readonly onClose: () => void;
}) {
  const texts = useRecoveryTexts();
  const [words, setWords] = useState('');
  const { run, isRunning, fault } = useCommand(schema);
  const act = async () => {
    if ((await run(path, { words: words.trim() })) !== undefined) onClose();
  };
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <Consequence>{consequence}</Consequence>
      <WordsField label={texts.reason} value={words} longest={1000} lines={2} onChange={setWords} />
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          danger
          loading={isRunning}
          disabled={words.trim() === ''}
          onClick={() => void act()}
        >
          {submit}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
