import { Input } from 'antd';
import { useState } from 'react';
import { readFacts, referenceKey } from '@luodi/evaluation';
import type { Fact } from '@luodi/language';
import { useTexts } from '../i18n/use-texts.ts';
import { completeFactText } from '../state/complete-fact-text.ts';
import type { FieldProps } from './field-props.ts';
import styles from './fact-field.module.css';

/** A fact written as text with its unit. What cannot be read stays in the field with the fault under it and changes nothing. */
export function FactText({
  fact,
  reference,
  value,
  onChange,
  content,
  language,
  id,
  onSettled,
}: FieldProps & { readonly fact: Fact | undefined; readonly id: string }) {
  const texts = useTexts();
  const [draft, setDraft] = useState(value);
  const [fault, setFault] = useState('');
  // A value that changes from outside (back, a sample) replaces what was being written.
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(value);
    setFault('');
  }
  const isPayment = reference.aspect.kind === 'received' && reference.aspect.measure !== 'count';
  const isMoney = fact?.factKind === 'money' || isPayment;
  const unit = isMoney
    ? texts.facts.tenThousand
    : fact?.factKind === 'rate'
      ? '%'
      : (fact?.unit ?? '');
  const commit = (byEnter: boolean) => {
    const text = completeFactText(draft, isMoney ? 'money' : fact?.factKind, fact?.unit);
    const read = text === '' ? undefined : readFacts({ [referenceKey(reference)]: text }, content);
    if (read !== undefined && !read.ok) {
      const [first] = read.error;
      if (first !== undefined)
        setFault(
          `${first.message[language]}${language === 'zh' ? '，' : ': '}${first.hint[language]}`,
        );
      return;
    }
    setFault('');
    if (text !== value) onChange(text);
    onSettled?.(byEnter);
  };
  return (
    <div className={styles.typed}>
      <Input
        id={id}
        value={draft}
        status={fault === '' ? '' : 'error'}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        suffix={<span className="quiet">{/^[\d.,，]*$/.test(draft) ? unit : ''}</span>}
        placeholder={texts.facts.unknown}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => commit(false)}
        onPressEnter={(event) => {
          // The focus may go back to a button, which must not take the same key for a press.
          event.preventDefault();
          commit(true);
        }}
      />
      <span id={`${id}-fault`} role="alert" className={styles.fault}>
        {fault}
      </span>
    </div>
  );
}
