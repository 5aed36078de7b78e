import { Temporal } from '@luodi/kernel';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import styles from './cases.module.css';

const soon = 3;

/** A deadline: the day, and how far off it is. */
export function DueDay({ day }: { readonly day: string | null }) {
  const { time } = useCaseTexts();
  if (day === null) return <span className="quiet">{time.none}</span>;
  const today = Temporal.Now.plainDateISO('Asia/Shanghai');
  const { days } = today.until(Temporal.PlainDate.from(day), { largestUnit: 'days' });
  return (
    <span className="figure">
      {time.until(day)}{' '}
      <span className={days <= soon ? styles.urgent : 'quiet'}>
        {days < 0 ? time.late(-days) : time.left(days)}
      </span>
    </span>
  );
}
