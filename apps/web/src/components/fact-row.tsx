import { useEffect, useRef, useState } from 'react';
import { sayReference } from '@luodi/evaluation';
import { useTexts } from '../i18n/use-texts.ts';
import { FactField } from './fact-field.tsx';
import type { FieldProps } from './fact-field.tsx';
import { sayFactValue } from './fact-value.ts';
import styles from './fact-row.module.css';

const typed = new Set(['number', 'date', 'text']);

/** One fact in one line, name and value; pressing it opens its control in place. */
export function FactRow(props: Omit<FieldProps, 'asQuestion' | 'autoFocus' | 'onSettled'>) {
  const { reference, value, content, language } = props;
  const texts = useTexts();
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (editing || !comesBack.current) return;
    comesBack.current = false;
    row.current?.focus();
  }, [editing]);
  const kind = content.vocabulary.facts.get(reference.name)?.type.kind ?? 'text';
  const close = (byEnter: boolean) => {
    comesBack.current = byEnter;
    setEditing(false);
  };
  if (!editing) {
    const label = sayReference(reference, content.vocabulary)[language];
    return (
      <button
        ref={row}
        type="button"
        className={styles.row}
        data-fact={label}
        onClick={() => setEditing(true)}
      >
        <span>{label}</span>
        <span className={value === '' ? `quiet ${styles.value}` : `figure ${styles.value}`}>
          {sayFactValue(value, reference, content, language, texts)}
        </span>
      </button>
    );
  }
  return (
    <div
      className={styles.open}
      onBlur={(event) => {
        // Typed values close by themselves once they are accepted; a faulty one stays in sight.
        if (typed.has(kind) || event.currentTarget.contains(event.relatedTarget)) return;
        close(false);
      }}
    >
      <FactField {...props} autoFocus onSettled={close} />
    </div>
  );
}
