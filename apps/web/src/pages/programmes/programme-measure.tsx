import type { Content, Measure } from '@luodi/language';
import { useId } from 'react';
import { MeasureSelect } from '../../components/measure-select.tsx';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import styles from './programmes.module.css';

const kinds = ['grant'] as const;

/** The measure that a programme carries out: only those that give money. */
export function ProgrammeMeasure({
  content,
  chosen,
  onChoose,
}: {
  readonly content: Content;
  readonly chosen: string;
  readonly onChoose: (measure: Measure) => void;
}) {
  const { form } = useProgrammeTexts();
  const id = useId();
  return (
    <div className={styles.wide}>
      <label htmlFor={id}>{form.measure}</label>
      <MeasureSelect
        id={id}
        content={content}
        kinds={kinds}
        chosen={chosen}
        placeholder={form.measurePlaceholder}
        onChoose={(measure) => {
          if (measure !== undefined) onChoose(measure);
        }}
      />
    </div>
  );
}
