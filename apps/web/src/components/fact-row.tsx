import { useEffect, useRef, useState } from 'react';
import { sayReference } from '@luodi/evaluation';
import { useTexts } from '../i18n/use-texts.ts';
import { FactField } from './fact-field.tsx';
import type { FieldProps } from './field-props.ts';
import { sayFactValue } from './fact-value.ts';
import styles from './fact-row.module.css';

/**
 * Calls `close` on a click outside. On the click, not when the focus goes: a row that closes under a pressed mouse button moves
 * the next row away from it. A faulty value stays in sight.
 */
function useClickOutside(
  box: React.RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || !target.isConnected || box.current === null) return;
      if (box.current.contains(target) || box.current.querySelector('[aria-invalid="true"]'))
        return;
      close();
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  });
}

/** One fact in one line, name and value; pressing it opens its control in place. */
export function FactRow(props: Omit<FieldProps, 'asQuestion' | 'beside' | 'onSettled'>) {
  const { reference, value, content, language } = props;
  const texts = useTexts();
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (editing) box.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
    if (editing || !comesBack.current) return;
    comesBack.current = false;
    row.current?.focus();
  }, [editing]);
  useClickOutside(box, editing, () => setEditing(false));
  const settle = (byEnter: boolean) => {
    if (!byEnter) return;
    comesBack.current = true;
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
    <div ref={box} className={styles.open}>
      <FactField {...props} onSettled={settle} />
    </div>
  );
}
