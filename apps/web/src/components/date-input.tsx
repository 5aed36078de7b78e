import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { parseDate } from '@luodi/kernel';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './date-input.module.css';

interface DateInputProps {
  readonly id: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  /** Called with a date that exists, or with an empty text. */
  readonly onChange: (value: string) => void;
  readonly onSettled?: (byEnter: boolean) => void;
  readonly mayBeEmpty?: boolean;
}

/**
 * A date written as everywhere on the page, `2026-06-01`, whatever the browser's own habit, with the system's calendar beside it.
 * What is no date stays in the field with the fault under it and changes nothing.
 */
export function DateInput(props: DateInputProps) {
  const { id, value, onChange, onSettled, mayBeEmpty = false } = props;
  const texts = useTexts();
  const calendar = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(value);
  const [faulty, setFaulty] = useState(false);
  // A value that changes from outside (back, a sample) replaces what was being written.
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(value);
    setFaulty(false);
  }
  const commit = (byEnter: boolean) => {
    const text = draft
      .trim()
      .replaceAll(/[./年月]/g, '-')
      .replace(/日$/, '');
    if (text === '' && !mayBeEmpty) setDraft(value);
    else if (text === '' || parseDate(text) !== undefined) {
      if (text !== value) onChange(text);
    } else {
      setFaulty(true);
      return;
    }
    setFaulty(false);
    onSettled?.(byEnter);
  };
  return (
    <span className={styles.date}>
      <span
        className={styles.row}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) commit(false);
        }}
      >
        <Input
          id={id}
          className={styles.text ?? ''}
          value={draft}
          placeholder="YYYY-MM-DD"
          status={faulty ? 'error' : ''}
          aria-invalid={faulty}
          aria-describedby={`${id}-fault`}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onPressEnter={(event) => {
            // The focus may go back to a button, which must not take the same key for a press.
            event.preventDefault();
            commit(true);
          }}
        />
        <Button
          icon={<CalendarOutlined />}
          aria-label={texts.facts.pickDate}
          onClick={() => calendar.current?.showPicker()}
        />
        <input
          ref={calendar}
          className={styles.calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          onChange={(event) => {
            if (event.currentTarget.value !== '') onChange(event.currentTarget.value);
          }}
        />
      </span>
      <span id={`${id}-fault`} role="alert" className={styles.fault}>
        {faulty ? texts.facts.badDate : ''}
      </span>
    </span>
  );
}
