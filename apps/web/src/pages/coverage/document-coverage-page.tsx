import { Link, useParams } from 'react-router';
import { documentCoverageResponse } from '@luodi/server/contract';
import type { DocumentCoverageResponse } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { clauseAnchor } from '../document/clause-anchor.ts';
import styles from './coverage.module.css';

function Clause({ document, clause }: { document: string; clause: string }) {
  const kept = useKeptSearch();
  return (
    <Link lang="zh-CN" to={addressOf(`/documents/${document}`, kept, {}, clauseAnchor(clause))}>
      {clause}
    </Link>
  );
}

/** Things by a key, each group in the order given. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function Readings({ document, readings }: DocumentCoverageResponse) {
  const { coverage: texts } = useLibraryTexts();
  const { language } = usePageState();
  if (readings.length === 0) return <p className="quiet">{texts.noReadings}</p>;
  return (
    <ul className={styles.list}>
      {readings.map(({ clause, entry, entryEn, words, reading, reason }) => (
        <li key={`${entry ?? ''}${words}${reading}`}>
          {clause === null ? (
            <strong>{texts.whole}</strong>
          ) : (
            <>
              <Clause document={document} clause={clause} />{' '}
              {entry !== null && (
                <span
                  className="quiet"
                  lang={language === 'zh' || entryEn === '' ? 'zh-CN' : undefined}
                >
                  {language === 'zh' || entryEn === '' ? entry : entryEn}
                </span>
              )}
            </>
          )}
          <dl className={styles.fields}>
            <dt>{texts.readingWords}</dt>
            <dd lang="zh-CN" style={{ fontFamily: 'var(--law)' }}>
              {words}
            </dd>
            <dt>{texts.readingChosen}</dt>
            <dd lang="zh-CN">{reading}</dd>
            <dt>{texts.readingReason}</dt>
            <dd lang="zh-CN">{reason}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Figures({ document, figures }: DocumentCoverageResponse) {
  const { coverage: texts } = useLibraryTexts();
  if (figures.notCarried.length === 0) return <p className="quiet">{texts.noFigures}</p>;
  return (
    <ul className={styles.list}>
      {[...grouped(figures.notCarried, ({ clause }) => clause)].map(([clause, loose]) => (
        <li key={clause}>
          <Clause document={document} clause={clause} />
          <div className={styles.figures}>
            {loose.map(({ text, kind, passage, start }) => (
              <span key={`${passage} ${start}`} lang="zh-CN" title={texts.figureKinds[kind]}>
                {text}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Inert({ document, inert }: DocumentCoverageResponse) {
  const { coverage: texts } = useLibraryTexts();
  const { reasons } = useTexts().document;
  if (inert.length === 0) return <p className="quiet">{texts.noInert}</p>;
  return (
    <div className={styles.reasons}>
      {[...grouped(inert, ({ reason }) => reason)]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .map(([reason, places]) => (
          <details key={reason}>
            <summary>
              {reasons[reason]} <span className="figure">({places.length})</span>
            </summary>
            <ul className={styles.list}>
              {places.map(({ clause, note, line }, index) => (
                // A clause may give the same reason twice.
                <li key={`${clause}${line}${index}`}>
                  <Clause document={document} clause={clause} /> <span lang="zh-CN">{note}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function Numbers({ clauses, encodedClauses, entries, figures }: DocumentCoverageResponse) {
  const { coverage: texts } = useLibraryTexts();
  const { measures, tasks, indicators, lists, procedures, inspections, contracts, examples } =
    entries;
  const numbers: readonly (readonly [string, string | number])[] = [
    [texts.clauses, `${encodedClauses} / ${clauses}`],
    [texts.figures, `${figures.carried} / ${figures.quoted}`],
    [texts.kinds.measures, measures],
    [texts.kinds.tasks, tasks],
    [texts.kinds.indicators, indicators],
    [texts.kinds.lists, lists],
    [texts.kinds.procedures, procedures],
    [texts.kinds.inspections, inspections],
    [texts.kinds.contracts, contracts],
    [texts.kinds.examples, examples],
  ];
  return (
    <dl className={styles.numbers}>
      {numbers
        .filter(([, value]) => value !== 0)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function CoverageView({ found }: { found: DocumentCoverageResponse }) {
  const { coverage: texts } = useLibraryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { document, title, titleEn, figures, readings, inert } = found;
  return (
    <>
      <h1>{language === 'zh' ? title : titleEn}</h1>
      <Link to={`/documents/${document}${kept}`}>{texts.open}</Link>
      <Numbers {...found} />
      <section className={styles.section}>
        <h2>{texts.readingsOf(readings.length)}</h2>
        <Readings {...found} />
      </section>
      <section className={styles.section}>
        <h2>{texts.figuresOf(figures.notCarried.length)}</h2>
        <Figures {...found} />
      </section>
      <section className={styles.section}>
        <h2>{texts.inertOf(inert.length)}</h2>
        <Inert {...found} />
      </section>
    </>
  );
}

/** Coverage of one document: open readings, figures that no rule carries, what does not run and why. */
export function DocumentCoveragePage() {
  const { id = '' } = useParams();
  const texts = useLibraryTexts().coverage;
  const kept = useKeptSearch();
  const query = useServer(`/api/coverage/${encodeURIComponent(id)}`, documentCoverageResponse);
  const list = <Link to={`/coverage${kept}`}>{texts.back}</Link>;
  return (
    <>
      <nav aria-label={texts.title}>{list}</nav>
      <ServerGate query={query} elsewhere={list}>
        {(found) => <CoverageView found={found} />}
      </ServerGate>
    </>
  );
}
