import type { PlainDate } from '@luodi/kernel';
import type { Content, PolicyDocument, Validity } from '@luodi/language';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './document.module.css';

interface Row {
  readonly label: string;
  readonly validity: Validity;
}

function sameValidity(a: Validity, b: Validity): boolean {
  return (
    a.from.equals(b.from) &&
    (a.until === undefined
      ? b.until === undefined
      : b.until !== undefined && a.until.equals(b.until))
  );
}

/** The document and the measures that have dates of their own. */
function rowsOf(document: PolicyDocument, content: Content, language: 'zh' | 'en'): readonly Row[] {
  const own = [...content.measures.values()].filter(
    (measure) =>
      content.documentOf.get(measure.id)?.id === document.id &&
      !sameValidity(measure.validity, document.validity),
  );
  return [
    {
      label: language === 'zh' ? document.title : document.titleEn,
      validity: document.validity,
    },
    ...own.map((measure) => ({
      label: language === 'zh' ? measure.name : measure.nameEn,
      validity: measure.validity,
    })),
  ];
}

function days(from: PlainDate, to: PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

/** Bars of validity on one scale of years, the date of the page marked. */
export function Timeline({
  document,
  content,
}: {
  readonly document: PolicyDocument;
  readonly content: Content;
}) {
  const texts = useTexts();
  const { date, language } = usePageState();
  const rows = rowsOf(document, content, language);
  const known = rows.flatMap(({ validity }) => [validity.from, validity.until ?? date]);
  const years = [...known, date].map((each) => each.year);
  const first = date.with({ year: Math.min(...years), month: 1, day: 1 });
  const last = date.with({ year: Math.max(...years) + 1, month: 1, day: 1 });
  const span = days(first, last);
  const percent = (at: PlainDate): number => (days(first, at) / span) * 100;
  const ticks = Array.from({ length: last.year - first.year + 1 }, (_, index) =>
    first.add({ years: index }),
  );
  return (
    <section className={styles.timeline} aria-label={texts.document.timeline}>
      <h2>{texts.document.timeline}</h2>
      <div className={styles.scale} aria-hidden="true">
        {ticks.slice(0, -1).map((tick) => (
          <span key={tick.year} style={{ left: `${percent(tick)}%` }}>
            {tick.year}
          </span>
        ))}
        <i style={{ left: `${percent(date)}%` }} />
      </div>
      <ul className={styles.rows}>
        {rows.map(({ label, validity }) => (
          <li key={label}>
            <span className={styles.rowLabel}>
              {label}{' '}
              <span className="quiet figure">
                {validity.from.toString()} — {validity.until?.toString() ?? texts.card.noEnd}
              </span>
            </span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={
                  validity.until === undefined ? `${styles.bar} ${styles.open}` : styles.bar
                }
                style={{
                  left: `${percent(validity.from)}%`,
                  width: `${Math.max(0.5, percent(validity.until ?? last) - percent(validity.from))}%`,
                }}
              />
              <i style={{ left: `${percent(date)}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
