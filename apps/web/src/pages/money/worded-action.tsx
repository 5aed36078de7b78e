import { Button, Input } from 'antd';
import { useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import type { AnswerSchema } from '../../session/send-command.ts';
import { useCommand } from '../../session/use-command.ts';
import type { CommandInput } from '../../session/use-command.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';

/** Something that is done once its consequence was read and, where it needs one, its reason given. */
export function WordedAction<T>({
  title,
  consequence,
  submit,
  reason = true,
  danger = false,
  schema,
  path,
  input,
  onClose,
}: {
  readonly title: string;
  readonly consequence: string;
  readonly submit: string;
  /** Whether a reason has to be given. */
  readonly reason?: boolean;
  readonly danger?: boolean;
  readonly schema: AnswerSchema<T>;
  readonly path: string;
  readonly input: (words: string) => CommandInput;
  readonly onClose: () => void;
}) {
  const texts = useMoneyTexts();
  const [words, setWords] = useState('');
  const { run, isRunning, fault } = useCommand(schema);
  const act = async () => {
    if ((await run(path, input(words.trim()))) !== undefined) onClose();
  };
  return (
    <section className={caseStyles.panel} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.consequence}>{consequence}</p>
      {reason && (
        <label className={styles.field} style={{ marginTop: 12 }}>
          {texts.words}
          <Input maxLength={140} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          danger={danger}
          loading={isRunning}
          disabled={reason && words.trim() === ''}
          onClick={() => void act()}
        >
          {submit}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
