import { Select } from 'antd';
import type { Content, Measure } from '@luodi/language';
import { useId, useMemo } from 'react';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './programmes.module.css';

/** The measure that a programme carries out: only those that give money. */
export function MeasureSelect({
  content,
  chosen,
  onChoose,
}: {
  readonly content: Content;
  readonly chosen: string;
  readonly onChoose: (measure: Measure) => void;
}) {
  const { form } = useProgrammeTexts();
  const { language } = usePageState();
  const id = useId();
  const options = useMemo(
    () =>
      [...content.measures.values()]
        .filter(({ kind }) => kind === 'grant')
        .map((measure) => {
          const document = content.documentOf.get(measure.id);
          const name = language === 'zh' ? measure.name : measure.nameEn;
          const title = language === 'zh' ? document?.title : document?.titleEn;
          return { value: measure.id, label: `${name} · ${title ?? ''}` };
        }),
    [content, language],
  );
  return (
    <div className={styles.wide}>
      <label htmlFor={id}>{form.measure}</label>
      <Select
        id={id}
        placeholder={form.measurePlaceholder}
        value={chosen === '' ? null : chosen}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(value: string | null) => {
          const measure = value === null ? undefined : content.measures.get(value);
          if (measure !== undefined) onChoose(measure);
        }}
      />
    </div>
  );
}
