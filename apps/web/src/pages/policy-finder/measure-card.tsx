import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  RightCircleOutlined,
} from '@ant-design/icons';
import type { Match } from '@luodi/entitlement';
import { explainSetAside } from '@luodi/entitlement';
import { explainAnswer, referenceKey, sayFigures } from '@luodi/evaluation';
import type { MeasureAnswer } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { Link } from 'react-router';
import { FactField } from '../../components/fact-field.tsx';
import { Quotation } from '../../components/quotation.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { withFact } from '../../state/facts.ts';
import { useChangePageState, useKeptSearch, usePageState } from '../../state/page-state.ts';
import { clauseAnchor } from '../document/clause-anchor.ts';
import type { GroupName } from './groups.ts';
import styles from './measure-card.module.css';

const expiryWatchDays = 30;

function statusIcon(group: GroupName) {
  switch (group) {
    case 'certain':
    case 'upTo':
    case 'otherwise':
    case 'rules':
      return <CheckCircleFilled className={styles.yes} />;
    case 'undecided':
      return <QuestionCircleOutlined className={styles.open} />;
    case 'near':
      return <RightCircleOutlined className={styles.open} />;
    case 'setAside':
      return <MinusCircleOutlined />;
    case 'no':
      return <CloseCircleOutlined />;
    case 'notInForce':
      return <ClockCircleOutlined />;
  }
}

const statusKey = {
  certain: 'entitled',
  upTo: 'entitled',
  otherwise: 'entitled',
  rules: 'entitled',
  undecided: 'undetermined',
  near: 'near',
  setAside: 'set_aside',
  no: 'not_entitled',
  notInForce: 'not_in_force',
} as const satisfies Record<GroupName, string>;

interface CardProps {
  readonly answer: MeasureAnswer;
  readonly group: GroupName;
  readonly match: Match;
  readonly content: Content;
}

function Validity({ answer }: { answer: MeasureAnswer }) {
  const texts = useTexts();
  const { date } = usePageState();
  const { from, until } = answer.measure.validity;
  const notYet = Temporal.PlainDate.compare(date, from) < 0;
  const days = until === undefined ? undefined : date.until(until, { largestUnit: 'days' }).days;
  return (
    <>
      {notYet
        ? texts.card.from(from.toString())
        : until === undefined
          ? texts.card.noEnd
          : texts.card.until(until.toString())}
      {!notYet && days !== undefined && days >= 0 && days <= expiryWatchDays && (
        <strong className={styles.open}> {texts.card.endsSoon(days)}</strong>
      )}
    </>
  );
}

function Missing({ answer, content }: { answer: MeasureAnswer; content: Content }) {
  const texts = useTexts();
  const { facts, language } = usePageState();
  const change = useChangePageState();
  if (answer.missing.length === 0) return null;
  const subject = content.vocabulary.entities.get(answer.measure.subject);
  const listed = subject !== undefined && Array.isArray(facts[subject.name]);
  return (
    <div className={styles.part}>
      <h4>{texts.card.missing}</h4>
      {listed && <p className="quiet">{texts.card.itemsHint}</p>}
      <div className={styles.fields}>
        {!listed &&
          answer.missing
            .filter((reference) => reference.aspect.kind !== 'items')
            .map((reference) => {
              const key = referenceKey(reference);
              const value = facts[key];
              return (
                <FactField
                  key={key}
                  reference={reference}
                  value={typeof value === 'string' ? value : ''}
                  onChange={(next) => change({ facts: withFact(facts, key, next) })}
                  content={content}
                  language={language}
                />
              );
            })}
      </div>
    </div>
  );
}

function Reasons({ answer, group, match, content }: CardProps) {
  const texts = useTexts();
  const { language } = usePageState();
  const aside = match.best.setAside.find(({ id }) => id === answer.measure.id);
  const near = match.nearMisses.find((miss) => miss.answer.measure.id === answer.measure.id);
  const labels = new Map(
    [...content.measures.values()].map((measure) => [
      measure.id,
      language === 'zh' ? measure.name : measure.nameEn,
    ]),
  );
  return (
    <>
      {aside !== undefined && (
        <p className={styles.part}>{explainSetAside(aside.because, labels, language)}</p>
      )}
      {near !== undefined && group === 'near' && (
        <p className={styles.part}>
          <strong>
            {near.lacking.map((line) => line[language]).join(language === 'zh' ? '；' : '; ')}
          </strong>{' '}
          <span className="quiet">（{texts.card.met(near.met, near.met + near.unmet)}）</span>
        </p>
      )}
      {answer.failed.length > 0 && group !== 'near' && (
        <ul className={styles.part}>
          {answer.failed.map((failure) => (
            <li key={failure.because.zh}>
              {failure.because[language]}
              {failure.gaps.map((gap) => (
                <strong key={gap.by.zh}> {gap.by[language]}</strong>
              ))}
            </li>
          ))}
        </ul>
      )}
      {answer.assumptions.map((assumption) => (
        <p key={assumption.zh} className="quiet">
          {texts.card.assuming}: {assumption[language]}
        </p>
      ))}
    </>
  );
}

function Proof({ answer, match, content }: Omit<CardProps, 'group'>) {
  const texts = useTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { measure } = answer;
  const document = match.documentOf.get(measure.id);
  const lines = explainAnswer(answer, content.vocabulary, language);
  return (
    <details className={styles.proof}>
      <summary>
        {texts.card.quote} · {document?.title ?? ''} {measure.clause.replace(/〔.*$/, '')}
      </summary>
      {language === 'en' && <p>{measure.summaryEn}</p>}
      <Quotation quote={measure.quote} source={document?.title ?? ''} />
      {measure.openReadings.map((reading) => (
        <p key={reading.words}>
          <strong>{texts.card.openReading}</strong>{' '}
          {texts.card.openReadingText(reading.words, reading.reading, reading.reason)}
        </p>
      ))}
      {measure.shares.length > 0 && (
        <p>
          {texts.card.share}: {measure.shares.map(({ payer }) => payer).join(' / ')}
        </p>
      )}
      {measure.papers.length > 0 && (
        <p>
          {texts.card.papers}: {measure.papers.join('、')}
        </p>
      )}
      <details>
        <summary>{texts.card.reasoning}</summary>
        <pre className={styles.steps}>
          {lines
            .slice(
              1,
              lines.findIndex((line) => line.includes('〔')),
            )
            .join('\n')}
        </pre>
      </details>
      {document !== undefined && (
        <Link to={`/documents/${document.id}${kept}#${clauseAnchor(measure.clause)}`}>
          {texts.card.openDocument}
        </Link>
      )}
    </details>
  );
}

/** One measure: what, how much, why, and one click away the clause's own words. */
export function MeasureCard(props: CardProps) {
  const { answer, group, content } = props;
  const texts = useTexts();
  const { language } = usePageState();
  const { measure, amount } = answer;
  const shown = answer.status === 'entitled' || answer.status === 'undetermined';
  const { fen } = amount;
  return (
    <article
      className={`${styles.card} ${styles[group] ?? ''}`}
      aria-label={measure.name}
      data-measure={measure.id}
      data-group={group}
    >
      <header className={styles.head}>
        {statusIcon(group)}
        <div className={styles.title}>
          <h3>{language === 'zh' ? measure.name : measure.nameEn}</h3>
          <span className="quiet">
            {texts.status[statusKey[group]]} · {measure.departments.join('、')} ·{' '}
            <Validity answer={answer} />
            {measure.window !== undefined &&
              ` · ${texts.card.window(measure.window.opens.toString(), measure.window.closes.toString())}`}
          </span>
        </div>
        {shown && (
          <strong className={`figure ${styles.amount}`} title={fen === null ? '' : `${fen} 分`}>
            {sayFigures(amount)[language]}
          </strong>
        )}
      </header>
      {shown && amount.formula[language] !== sayFigures(amount)[language] && (
        <p className={`figure ${styles.formula}`}>{amount.formula[language]}</p>
      )}
      <Reasons {...props} />
      {answer.items.length > 1 && (
        <ul className={styles.part} aria-label={texts.card.items}>
          {answer.items.map((item) => (
            <li key={item.label}>
              {item.label}: {texts.status[item.answer.status]}{' '}
              {item.answer.status === 'entitled' && sayFigures(item.answer.amount)[language]}
            </li>
          ))}
        </ul>
      )}
      <Missing answer={answer} content={content} />
      <Proof {...props} />
    </article>
  );
}
