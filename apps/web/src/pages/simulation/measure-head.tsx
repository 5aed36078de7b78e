import type { AdjustableMeasure } from '@luodi/server/contract';
import { ClauseLink } from '../../components/clause-link.tsx';
import { usePageState } from '../../state/page-state.ts';
import styles from './simulation.module.css';

/** Which measure it is, and the clause's own words with where they stand. */
export function MeasureHead({
  measure,
  draft,
}: {
  readonly measure: AdjustableMeasure;
  readonly draft: boolean;
}) {
  const { language } = usePageState();
  const { label, labelEn, quote } = measure;
  return (
    <>
      <h2>{language === 'zh' ? label : labelEn}</h2>
      <figure className={styles.quotation}>
        <blockquote className="law" lang="zh-CN">
          {quote}
        </blockquote>
        <figcaption>
          <ClauseLink place={{ ...measure, documentStatus: draft ? 'draft' : 'final' }} />
        </figcaption>
      </figure>
    </>
  );
}
