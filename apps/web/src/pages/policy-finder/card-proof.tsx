import { explainAnswer } from '@luodi/evaluation';
import { fraction, rational } from '@luodi/kernel';
import type { Measure } from '@luodi/language';
import { Link } from 'react-router';
import { Quotation } from '../../components/quotation.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { clauseAnchor } from '../document/clause-anchor.ts';
import type { CardProps } from './card-props.ts';
import styles from './measure-card.module.css';

function shareText({ payer, share }: Measure['shares'][number]): string {
  if (share.kind !== 'number') return payer;
  return `${payer} ${fraction.formatDecimal(fraction.multiply(share.value, rational(100n)))}%`;
}

/** The clause's words, always in sight in one line, in full with all that hangs on them when opened. */
export function CardProof({ answer, match, content, isPreview }: Omit<CardProps, 'group'>) {
  const texts = useTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { measure } = answer;
  const document = match.documentOf.get(measure.id);
  const lines = explainAnswer(answer, content.vocabulary, language);
  const steps = lines.slice(
    1,
    lines.findIndex((line) => line.includes('〔')),
  );
  const title = (language === 'zh' ? document?.title : document?.titleEn) ?? '';
  const colon = language === 'zh' ? '：' : ': ';
  return (
    <details className={styles.proof}>
      <summary>
        <span lang="zh-CN" className={styles.words}>
          “{measure.quote.text}”
        </span>
        <span className={styles.place}>
          <span lang="zh-CN">{measure.clause.replace(/〔.*$/, '')}</span> · {title}
        </span>
      </summary>
      {language === 'en' && <p>{measure.summaryEn}</p>}
      <Quotation quote={measure.quote} source={title} />
      {measure.openReadings.map((reading) => (
        <p key={reading.words}>
          <strong>{texts.card.openReading}</strong>{' '}
          <span lang="zh-CN">
            {texts.card.openReadingText(reading.words, reading.reading, reading.reason)}
          </span>
        </p>
      ))}
      {measure.shares.length > 0 && (
        <p>
          {texts.card.share}
          {colon}
          <span lang="zh-CN">{measure.shares.map(shareText).join(' · ')}</span>
        </p>
      )}
      {measure.papers.length > 0 && (
        <p>
          {texts.card.papers}
          {colon}
          <span lang="zh-CN">{measure.papers.join('、')}</span>
        </p>
      )}
      <details>
        <summary>{texts.card.reasoning}</summary>
        <pre className={styles.steps}>{steps.join('\n')}</pre>
      </details>
      {document !== undefined && isPreview !== true && (
        <Link to={`/documents/${document.id}${kept}#${clauseAnchor(measure.clause)}`}>
          {texts.card.openDocument}
        </Link>
      )}
    </details>
  );
}
