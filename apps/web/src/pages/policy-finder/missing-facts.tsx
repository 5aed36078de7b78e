import { useState } from 'react';
import { referenceKey, sayReference } from '@luodi/evaluation';
import type { MeasureAnswer } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { FactField } from '../../components/fact-field.tsx';
import { usePageFields } from '../../components/use-page-fields.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './measure-card.module.css';

/** What is missing in one line of names; the fields are there when one wants to fill them in. */
export function MissingFacts({ answer, content }: { answer: MeasureAnswer; content: Content }) {
  const texts = useTexts();
  const { facts, language } = usePageState();
  const field = usePageFields(content);
  const [open, setOpen] = useState(false);
  if (answer.missing.length === 0) return null;
  const subject = content.vocabulary.entities.get(answer.measure.subject);
  const listed = subject !== undefined && Array.isArray(facts[subject.name]);
  const askable = listed
    ? []
    : answer.missing.filter((reference) => reference.aspect.kind !== 'items');
  const names = answer.missing.map((each) => sayReference(each, content.vocabulary)[language]);
  return (
    <details
      className={styles.missing}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>{texts.card.missing}</strong> {names.join(language === 'zh' ? '、' : '; ')}
      </summary>
      {listed && <p className="quiet">{texts.card.itemsHint}</p>}
      {answer.status === 'undetermined' && (
        <p className="quiet figure">{answer.amount.formula[language]}</p>
      )}
      <div className={styles.fields}>
        {open &&
          askable.map((reference) => (
            <FactField key={referenceKey(reference)} {...field(reference)} />
          ))}
      </div>
    </details>
  );
}
