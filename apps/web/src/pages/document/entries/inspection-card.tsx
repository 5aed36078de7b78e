import type { Inspection } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import { usePageState } from '../../../state/page-state.ts';
import { EntryCard, Fields, listField, wordsField } from './entry.tsx';
import { sayFigure } from './figure-words.ts';

/** Who inspects whom, for what and how often. */
export function InspectionCard({ inspection }: { readonly inspection: Inspection }) {
  const texts = useTexts();
  const { language } = usePageState();
  const { entries } = texts;
  const { ratio } = inspection;
  return (
    <EntryCard entry={inspection} kind={entries.inspections}>
      <Fields
        fields={[
          ...listField(entries.actors, inspection.actors),
          ...listField(entries.assistants, inspection.assistants),
          ...wordsField(entries.object, inspection.target),
          ...listField(entries.looksAt, inspection.contents),
          ...(ratio === undefined
            ? []
            : [{ label: entries.ratio, value: sayFigure(ratio, texts, language) }]),
          ...wordsField(entries.frequency, inspection.frequency),
          ...wordsField(entries.legalBasis, inspection.legalBasis),
          ...wordsField(entries.manner, inspection.manner),
        ]}
      />
    </EntryCard>
  );
}
