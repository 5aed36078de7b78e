import { Tag } from 'antd';
import { compareDates, parseDate } from '@luodi/kernel';
import type { MeasureInMatter } from '@luodi/server/contract';
import { ClauseLink } from '../../components/clause-link.tsx';
import { money } from '../../components/money.ts';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './matter.module.css';

/** The condition, exclusions and who answers for a measure. */
function Details({ measure }: { measure: MeasureInMatter }) {
  const texts = useLibraryTexts().matters;
  const { conditions, exclusions, departments, mostTimes, validity } = measure;
  return (
    <dl>
      <dt>{texts.conditions}</dt>
      <dd>
        {conditions.length === 0 ? (
          texts.noConditions
        ) : (
          <ul lang="zh-CN">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        )}
      </dd>
      {exclusions.length > 0 && (
        <>
          <dt>{texts.exclusions}</dt>
          <dd lang="zh-CN">{exclusions.join('；')}</dd>
        </>
      )}
      <dt>{texts.validity}</dt>
      <dd className="figure">
        {validity.from} — {validity.until ?? '…'}
        {mostTimes !== null && ` · ${texts.times(mostTimes)}`}
      </dd>
      {departments.length > 0 && (
        <>
          <dt>{texts.departments}</dt>
          <dd lang="zh-CN">{departments.join('、')}</dd>
        </>
      )}
    </dl>
  );
}

/** One measure among others of its matter: how much, on what conditions, by which document. */
export function MeasureComparison({ measure }: { readonly measure: MeasureInMatter }) {
  const texts = useLibraryTexts().matters;
  const { card, library } = useTexts();
  const { language, date } = usePageState();
  const { amount, validity } = measure;
  const until = validity.until === null ? undefined : parseDate(validity.until);
  const past = until !== undefined && compareDates(date, until) > 0;
  return (
    <article className={`${styles.card} ${past ? styles.past : ''}`} id={measure.id}>
      <h3>{language === 'zh' ? measure.label : measure.labelEn}</h3>
      <div>
        <Tag>{texts.kinds[measure.kind]}</Tag>
        {past && <Tag>{library.expired}</Tag>}
      </div>
      <p className={styles.amount}>{language === 'zh' ? amount.words : measure.summaryEn}</p>
      {amount.upperFen !== null && amount.upperFen > 0 && (
        <div className="quiet figure">
          {texts.upTo} {money(BigInt(amount.upperFen), language)}
        </div>
      )}
      <div>
        <ClauseLink place={measure} />
      </div>
      <Details measure={measure} />
      {measure.openReadings.map(({ words, reading, reason }) => (
        <p key={words} style={{ margin: 0, fontSize: 13 }}>
          <strong>{card.openReading}</strong>{' '}
          <span lang="zh-CN">{card.openReadingText(words, reading, reason)}</span>
        </p>
      ))}
    </article>
  );
}
