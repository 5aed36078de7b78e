import { Link } from 'react-router';
import type { ClauseChangeJson, DifferencesResponse } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import { clauseAnchor } from '../document/clause-anchor.ts';
import styles from './differences.module.css';
import { WordRuns } from './word-runs.tsx';

/** Clauses in the order of the later document, word by word. */
export function ClauseChanges({
  found,
  onlyChanges,
}: {
  readonly found: DifferencesResponse;
  readonly onlyChanges: boolean;
}) {
  const { differences: texts } = useLibraryTexts();
  const kept = useKeptSearch();
  const shown = found.clauses.filter(({ change }) => !onlyChanges || change !== 'same');
  if (shown.length === 0) return <p className="quiet">{texts.noClauses}</p>;
  const heading = (document: string, clause: ClauseChangeJson['earlier']) =>
    clause === null ? null : (
      <Link
        lang="zh-CN"
        to={addressOf(`/documents/${document}`, kept, {}, clauseAnchor(clause.heading))}
      >
        {clause.heading}
      </Link>
    );
  return shown.map((clause) => (
    <article
      key={`${clause.earlier?.heading ?? ''}→${clause.later?.heading ?? ''}`}
      className={styles.change}
    >
      <h3>
        <span className={styles.kind}>{texts.changes[clause.change]}</span>
        {clause.earlier?.heading !== clause.later?.heading &&
          heading(found.earlier.document, clause.earlier)}
        {clause.earlier !== null &&
          clause.later !== null &&
          clause.earlier.heading !== clause.later.heading &&
          ' → '}
        {heading(found.later.document, clause.later)}
      </h3>
      <p className={styles.words} lang="zh-CN">
        <WordRuns runs={clause.words} />
      </p>
    </article>
  ));
}
