import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { match } from '@luodi/entitlement';
import type { Match } from '@luodi/entitlement';
import { nothingKnown, referenceKey } from '@luodi/evaluation';
import type { FactReference, MeasureAnswer } from '@luodi/evaluation';
import type { Content, Example, Measure } from '@luodi/language';
import { FactField } from '../../../components/fact-field.tsx';
import { usePageFields } from '../../../components/use-page-fields.ts';
import { useEditorTexts } from '../../../i18n/use-editor-texts.ts';
import { readPageFacts } from '../../../state/facts.ts';
import { OwnFacts, usePageState } from '../../../state/page-state.ts';
import type { RawFacts } from '../../../state/page-state.ts';
import { grouped } from '../../policy-finder/groups.ts';
import { MeasureCard } from '../../policy-finder/measure-card.tsx';
import type { Analysis } from '../analysis.ts';
import styles from '../editor.module.css';

/** The facts of an example that a form can show: single values. */
function plainFacts({ facts }: Example): RawFacts {
  const single = Object.entries(facts).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [],
  );
  return Object.fromEntries(single);
}

/** What a measure asks for: all that would decide it if nothing were known, and what it reads now. */
function askedBy(
  measure: Measure,
  answer: MeasureAnswer,
  analysis: Analysis,
): readonly FactReference[] {
  const nothing = analysis.evaluator.answer(measure.id, nothingKnown, answer.date);
  const all = [...(nothing?.missing ?? []), ...answer.used, ...answer.missing];
  const byKey = new Map(all.map((reference) => [referenceKey(reference), reference]));
  return [...byKey.values()].filter(({ aspect }) => aspect.kind !== 'items');
}

function Card({
  measure,
  found,
  analysis,
}: {
  measure: Measure;
  found: Match;
  analysis: Analysis;
}) {
  const group = [...grouped(found)].find(([, answers]) =>
    answers.some((each) => each.measure.id === measure.id),
  );
  const answer = group?.[1].find((each) => each.measure.id === measure.id);
  if (group === undefined || answer === undefined) return null;
  return (
    <MeasureCard
      answer={answer}
      group={group[0]}
      match={found}
      content={analysis.content}
      isPreview
    />
  );
}

/** The form of the facts; it stands where the facts are the preview's own. */
function AskedFacts({
  references,
  content,
}: {
  readonly references: readonly FactReference[];
  readonly content: Content;
}) {
  const field = usePageFields(content);
  return references.map((reference) => (
    <FactField key={referenceKey(reference)} {...field(reference)} />
  ));
}

/** The card that an enterprise would see, with a form of the facts that it hangs on. */
export function PreviewPanel({ analysis }: { readonly analysis: Analysis }) {
  const texts = useEditorTexts();
  const { date, language } = usePageState();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [facts, setFacts] = useState<RawFacts>({});
  const measure = analysis.measures.find(({ id }) => id === chosen) ?? analysis.measures[0];
  const found = useMemo(() => {
    const read = readPageFacts(facts, analysis.content);
    return match(analysis.evaluator, read.facts, date);
  }, [analysis, facts, date]);
  const own = useMemo(
    () => ({
      facts,
      change: (next: RawFacts | ((now: RawFacts) => RawFacts)) => setFacts(next),
    }),
    [facts],
  );
  const answer = found.answers.find((each) => each.measure.id === measure?.id);
  if (measure === undefined || answer === undefined)
    return <p className="quiet">{texts.preview.none}</p>;
  const examples = analysis.examples.filter((example) => example.measure === measure.id);
  const label = (each: Measure) => (language === 'zh' ? each.name : each.nameEn);
  return (
    <OwnFacts value={own}>
      <div className={styles.previewHead}>
        <Select
          aria-label={texts.preview.measure}
          value={measure.id}
          options={analysis.measures.map((each) => ({ value: each.id, label: label(each) }))}
          onChange={(id: string) => setChosen(id)}
          className={styles.grow ?? ''}
        />
        <Select
          aria-label={texts.preview.fromExample}
          value={null}
          placeholder={texts.preview.fromExample}
          disabled={examples.length === 0}
          options={examples.map((example, index) => ({
            value: index,
            label: example.title === '' ? `${index + 1}` : example.title,
          }))}
          onChange={(index: number | null) => {
            const example = index === null ? undefined : examples[index];
            if (example !== undefined) setFacts(plainFacts(example));
          }}
          className={styles.grow ?? ''}
        />
        <Button disabled={Object.keys(facts).length === 0} onClick={() => setFacts({})}>
          {texts.preview.clear}
        </Button>
      </div>
      <section aria-label={texts.preview.asSeen}>
        <Card measure={measure} found={found} analysis={analysis} />
      </section>
      <section aria-label={texts.preview.facts}>
        <h2 className={styles.panelTitle}>{texts.preview.facts}</h2>
        <div className={styles.fields}>
          <AskedFacts references={askedBy(measure, answer, analysis)} content={analysis.content} />
        </div>
      </section>
    </OwnFacts>
  );
}
