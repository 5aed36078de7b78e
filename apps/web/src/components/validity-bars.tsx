import type { PlainDate } from '@luodi/kernel';
import type { Validity } from '@luodi/language';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { usePageState } from '../state/page-state.ts';
import styles from './validity-bars.module.css';

export interface ValidityRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly validity: Validity;
  /** Drawn as an outline: it does not bind. */
  readonly quiet?: boolean;
}

function days(from: PlainDate, to: PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

/** At most so many years are written above the bars. */
const mostTicks = 8;

/** Bars of validity on one scale of years, the date of the page marked. */
export function ValidityBars({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly ValidityRow[];
}) {
  const texts = useTexts();
  const { date } = usePageState();
  const known = rows.flatMap(({ validity }) => [validity.from, validity.until ?? date]);
  const years = [...known, date].map((each) => each.year);
  const first = date.with({ year: Math.min(...years), month: 1, day: 1 });
  const last = date.with({ year: Math.max(...years) + 1, month: 1, day: 1 });
  const span = days(first, last);
  const percent = (at: PlainDate): number => (days(first, at) / span) * 100;
  const step = Math.ceil((last.year - first.year) / mostTicks);
  const ticks = Array.from({ length: Math.ceil((last.year - first.year) / step) }, (_, index) =>
    first.add({ years: index * step }),
  );
  return (
    <section className={styles.bars} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.scale} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick.year} style={{ left: `${percent(tick)}%` }}>
            {tick.year}
          </span>
        ))}
        <i style={{ left: `${percent(date)}%` }} />
      </div>
      <ul className={styles.rows}>
        {rows.map(({ key, label, validity, quiet = false }) => (
          <li key={key}>
            <span className={styles.label}>
              {label}{' '}
              <span className="quiet figure">
                {validity.from.toString()} — {validity.until?.toString() ?? texts.card.noEnd}
              </span>
            </span>
            <span className={styles.track} aria-hidden="true">
              <span
                className={[
                  styles.bar,
                  validity.until === undefined ? styles.open : '',
                  quiet ? styles.quiet : '',
                ].join(' ')}
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
