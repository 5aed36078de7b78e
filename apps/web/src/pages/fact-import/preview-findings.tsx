import type { FactImportPreviewResponse } from '@luodi/server/contract';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../facts-held/facts-held.module.css';

function Figures({
  counts,
}: {
  readonly counts: NonNullable<FactImportPreviewResponse['counts']>;
}) {
  const { imports } = useFactsHeldTexts();
  const names = imports.figures;
  const shown = (
    ['added', 'changed', 'same', 'conflicting', 'newEnterprises', 'faulty', 'skipped'] as const
  ).filter((name) => counts[name] > 0);
  return (
    <>
      <p aria-live="polite">
        <strong>{imports.counts(counts.good, counts.rows)}</strong>
      </p>
      <dl className={styles.figures}>
        {shown.map((name) => (
          <div key={name}>
            <dt>{names[name]}</dt>
            <dd>{counts[name].toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Compared = FactImportPreviewResponse['conflicts'][number];

function ComparedValues({
  title,
  values,
}: {
  readonly title: string;
  readonly values: readonly Compared[];
}) {
  const { file, imports } = useFactsHeldTexts();
  const { language } = usePageState();
  if (values.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({values.length})
      </summary>
      <ul className={styles.lines}>
        {values.map(({ enterprise, label, year, stated, others, prevails }) => (
          <li key={`${enterprise} ${label.zh} ${year ?? ''}`}>
            <span className="figure">{enterprise.replace('enterprise:', '')}</span>{' '}
            {label[language]} {year !== null && file.year(year)}:{' '}
            {others
              .map(({ source, shown }) => `${shown[language]} (${source[language]})`)
              .join(' · ')}{' '}
            → <strong>{stated[language]}</strong>{' '}
            <span className="quiet">{imports.prevails(prevails[language])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What an import would do, row by row where something is wrong. */
export function PreviewFindings({ preview }: { readonly preview: FactImportPreviewResponse }) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  const { counts, faults, skipped, conflicts, changes } = preview;
  if (counts === null) return null;
  return (
    <>
      <Figures counts={counts} />
      {skipped.map(({ row, kind, text }) => (
        <p key={row} className="quiet">
          {kind === 'total' ? imports.skippedTotal(row, text) : imports.skippedNote(row, text)}
        </p>
      ))}
      {faults.length > 0 && (
        <details open>
          <summary>
            {imports.faults} ({faults.length})
          </summary>
          <ul className={styles.lines}>
            {faults.map(({ row, column, heading, found, message, hint, code }) => (
              <li key={`${row} ${column} ${code}`}>
                <strong>
                  {imports.place(row, column)} {heading}
                </strong>
                {found !== '' && ` ${imports.found(found)}`} — {message[language]}{' '}
                <span className="quiet">{hint[language]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ComparedValues title={imports.conflicts} values={conflicts} />
      <ComparedValues title={imports.changes} values={changes} />
    </>
  );
}
