import { Button } from 'antd';
import { useState } from 'react';
import type { Match } from '@luodi/entitlement';
import { referenceKey } from '@luodi/evaluation';
import type { Question } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { FactField } from '../../components/fact-field.tsx';
import { money } from '../../components/money.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useChangePageState, usePageState } from '../../state/page-state.ts';
import { withFact } from '../../state/facts.ts';
import styles from './next-question.module.css';

function WhyAsked({ question, content }: { question: Question; content: Content }) {
  const texts = useTexts();
  const { language } = usePageState();
  const names = question.measures.flatMap((id) => {
    const measure = content.measures.get(id);
    if (measure === undefined) return [];
    return [language === 'zh' ? measure.name : measure.nameEn];
  });
  return (
    <details>
      <summary>{texts.question.why}</summary>
      <p className="quiet">
        {texts.question.whyText} {names.join(language === 'zh' ? '、' : '; ')}
      </p>
    </details>
  );
}

/** The one question that decides most, with what it decides; "don't know" moves on to the next. */
export function NextQuestion({
  match,
  content,
}: {
  readonly match: Match;
  readonly content: Content;
}) {
  const texts = useTexts();
  const { facts, language } = usePageState();
  const change = useChangePageState();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const question = match.next.find(
    ({ reference }) => reference.aspect.kind !== 'items' && !skipped.has(referenceKey(reference)),
  );
  if (question === undefined) return <p className={styles.box}>{texts.question.none}</p>;
  const key = referenceKey(question.reference);
  const value = facts[key];
  return (
    <section
      className={`${styles.box} no-print`}
      aria-label={texts.question.next}
      data-testid="next-question"
    >
      <h2 className={styles.title}>{texts.question.next}</h2>
      <div className={styles.answer}>
        <FactField
          key={key}
          reference={question.reference}
          value={typeof value === 'string' ? value : ''}
          onChange={(next) => change({ facts: withFact(facts, key, next) })}
          content={content}
          language={language}
          asQuestion
        />
        <Button onClick={() => setSkipped(new Set([...skipped, key]))}>
          {texts.question.unknown}
        </Button>
      </div>
      <p className={styles.decides}>
        {texts.question.decides(question.measures.length)}
        {question.settles.length > 0 && texts.question.settles(question.settles.length)}
        {question.upperFen > 0n && texts.question.upTo(money(question.upperFen, language))}
        {language === 'zh' ? '。' : '.'}
      </p>
      <WhyAsked question={question} content={content} />
    </section>
  );
}
