import { Select } from 'antd';
import type { Content, Measure } from '@luodi/language';
import { useMemo } from 'react';
import { usePageState } from '../state/page-state.ts';

/** One of the measures of some kinds, found by its name or its document. Its label stands beside it. */
export function MeasureSelect({
  id,
  content,
  kinds,
  chosen,
  placeholder,
  onChoose,
}: {
  readonly id: string;
  readonly content: Content;
  readonly kinds: readonly Measure['kind'][];
  /** Id of the measure; empty: none. */
  readonly chosen: string;
  readonly placeholder: string;
  readonly onChoose: (measure: Measure | undefined) => void;
}) {
  const { language } = usePageState();
  const options = useMemo(
    () =>
      [...content.measures.values()]
        .filter(({ kind }) => kinds.includes(kind))
        .map((measure) => {
          const document = content.documentOf.get(measure.id);
          const name = language === 'zh' ? measure.name : measure.nameEn;
          const title = language === 'zh' ? document?.title : document?.titleEn;
          return { value: measure.id, label: `${name} · ${title ?? ''}` };
        }),
    [content, kinds, language],
  );
  return (
    <Select
      id={id}
      // As wide as its place, not as its words.
      style={{ width: '100%', minWidth: 0 }}
      placeholder={placeholder}
      value={chosen === '' ? null : chosen}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string | null) =>
        onChoose(value === null ? undefined : content.measures.get(value))
      }
    />
  );
}
