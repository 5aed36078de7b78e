import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
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
    <details className={styles.why}>
      <summary>{texts.question.why}</summary>
      <p className="quiet">
        {texts.question.whyText} {names.join(language === 'zh' ? '、' : '; ')}
      </p>
    </details>
  );
}

function Decides({ question }: { question: Question }) {
  const texts = useTexts();
  const { language } = usePageState();
  return (
    <p className={styles.decides}>
      {texts.question.decides(question.measures.length)}
      {question.settles.length > 0 && texts.question.settles(question.settles.length)}
      {question.upperFen > 0n && texts.question.upTo(money(question.upperFen, language))}
      {language === 'zh' ? '。' : '.'}
    </p>
  );
}

/** Once a question is answered its control is gone: the keyboard goes on with the next one. */
function useFocusOnNext(key: string | undefined) {
  const box = useRef<HTMLElement>(null);
  const answered = useRef(false);
  useEffect(() => {
    if (!answered.current) return;
    answered.current = false;
    const { activeElement, body } = document;
    if (activeElement !== body && box.current?.contains(activeElement) !== true) return;
    box.current?.querySelector<HTMLElement>('[data-answer] :is(button, input), button')?.focus();
  }, [key]);
  const markAnswered = useCallback(() => {
    answered.current = true;
  }, []);
  return { box, markAnswered };
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
  const { language } = usePageState();
  const change = useChangePageState();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const open = match.next.filter(({ reference }) => reference.aspect.kind !== 'items');
  const question = open.find(({ reference }) => !skipped.has(referenceKey(reference)));
  const key = question && referenceKey(question.reference);
  const { box, markAnswered } = useFocusOnNext(key);
  const again = skipped.size > 0 && (
    <span className="quiet">
      {texts.question.skipped(skipped.size)}{' '}
      <Button type="link" size="small" onClick={() => setSkipped(new Set())}>
        {texts.question.again}
      </Button>
    </span>
  );
  if (question === undefined || key === undefined)
    return (
      <section ref={box} className={`${styles.box} no-print`} aria-label={texts.question.next}>
        {open.length === 0 ? texts.question.none : texts.question.allSkipped} {again}
      </section>
    );
  const isTruth = content.vocabulary.facts.get(question.reference.name)?.type.kind === 'truth';
  const answer = (next: string) => {
    markAnswered();
    change({ facts: (now) => withFact(now, key, next) });
  };
  return (
    <section
      ref={box}
      className={`${styles.box} no-print`}
      aria-label={texts.question.next}
      data-testid="next-question"
      data-fact={key}
    >
      <h2 className={styles.title}>{texts.question.next}</h2>
      <div className={styles.answer}>
        <FactField
          key={key}
          reference={question.reference}
          value=""
          onChange={answer}
          content={content}
          language={language}
          asQuestion
          beside={
            <>
              {!isTruth && <Button type="primary">{texts.question.answer}</Button>}
              <Button
                onClick={() => {
                  markAnswered();
                  setSkipped(new Set([...skipped, key]));
                }}
              >
                {texts.question.unknown}
              </Button>
            </>
          }
        />
      </div>
      <Decides question={question} />
      <div className={styles.foot}>
        <WhyAsked question={question} content={content} />
        {again}
      </div>
    </section>
  );
}
