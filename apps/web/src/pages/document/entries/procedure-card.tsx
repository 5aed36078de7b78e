import type { Content, Procedure, ProcedureStep } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import { usePageState } from '../../../state/page-state.ts';
import styles from './entries.module.css';
import { Chinese, EntryCard, EntryName, Fields, listField, wordsField } from './entry.tsx';
import { sayLimit } from './figure-words.ts';
import { MeasureNames } from './measure-names.tsx';

function Step({ step }: { readonly step: ProcedureStep }) {
  const texts = useTexts();
  const { language } = usePageState();
  const { entries } = texts;
  return (
    <li>
      <strong>
        <EntryName name={step.name} nameEn={step.nameEn} />
      </strong>
      {step.limit !== undefined && (
        <span className={styles.limit} lang={language === 'zh' ? undefined : 'en'}>
          {sayLimit(step.limit, texts, language)}
        </span>
      )}
      <Fields
        fields={[
          ...listField(entries.actors, step.actors),
          ...wordsField(entries.content, step.words),
          ...listField(entries.papers, step.papers),
          ...listField(
            entries.conditions,
            step.conditions.map(({ text }) => text),
          ),
          ...listField(entries.results, step.outcomes),
        ]}
      />
    </li>
  );
}

/** Who does what, in which order and in what time. */
export function ProcedureCard({
  procedure,
  content,
}: {
  readonly procedure: Procedure;
  readonly content: Content;
}) {
  const { entries } = useTexts();
  const { language } = usePageState();
  const { subject, matter, measures, steps } = procedure;
  const matterEn =
    matter === undefined ? undefined : content.vocabulary.matters.get(matter)?.nameEn;
  return (
    <EntryCard entry={procedure} kind={entries.procedures}>
      <Fields
        fields={[
          ...wordsField(entries.subject, subject === '企业' ? undefined : subject),
          ...(matter === undefined
            ? []
            : [
                {
                  label: entries.matter,
                  value: language === 'zh' ? <Chinese>{matter}</Chinese> : (matterEn ?? matter),
                },
              ]),
          ...(measures.length === 0
            ? []
            : [
                {
                  label: entries.measures,
                  value: <MeasureNames ids={measures} content={content} />,
                },
              ]),
        ]}
      />
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.span.start.offset} step={step} />
        ))}
      </ol>
    </EntryCard>
  );
}
