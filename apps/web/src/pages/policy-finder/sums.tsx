import type { Match } from '@luodi/entitlement';
import { CheckCircleOutlined, QuestionCircleOutlined, RiseOutlined } from '@ant-design/icons';
import { money } from '../../components/money.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './sums.module.css';

/** Ceilings alone: what the chosen measures may bring beyond what is certain. */
function ceilings({ best }: Match): bigint {
  return best.upperBoundFen - best.exactFen;
}

/** The three sums, never added up: certain, up to, undecided. */
export function Sums({ match }: { readonly match: Match }) {
  const texts = useTexts();
  const { language } = usePageState();
  const { best, undecided } = match;
  const sum = (fen: bigint): string => (fen === 0n ? texts.sums.noSum : money(fen, language));
  return (
    <section className={styles.sums} aria-live="polite" aria-label={texts.sums.label}>
      <div className={`${styles.sum} ${styles.certain}`}>
        <span className={styles.label}>
          <CheckCircleOutlined /> {texts.sums.certain}
        </span>
        <strong className={`figure ${styles.figure}`} data-testid="sum-certain">
          {sum(best.exactFen)}
        </strong>
        <span className={`${styles.note} ${styles.standing}`}>{texts.sums.certainNote}</span>
      </div>
      <div className={`${styles.sum} ${styles.upTo}`}>
        <span className={styles.label}>
          <RiseOutlined /> {texts.sums.upTo}
        </span>
        <strong className={`figure ${styles.figure}`} data-testid="sum-up-to">
          {sum(ceilings(match))}
        </strong>
        <span className={`${styles.note} ${best.withoutFigure.length > 0 ? '' : styles.standing}`}>
          {best.withoutFigure.length > 0
            ? texts.sums.withoutFigure(best.withoutFigure.length)
            : texts.sums.upToNote}
        </span>
      </div>
      <div className={`${styles.sum} ${styles.undecided}`}>
        <span className={styles.label}>
          <QuestionCircleOutlined /> {texts.sums.undecided}
        </span>
        <strong className={`figure ${styles.figure}`} data-testid="sum-undecided">
          {texts.sums.undecidedCount(undecided.measures.length)}
        </strong>
        <span className={styles.note}>
          {undecided.upperFen > 0n
            ? texts.sums.undecidedUpTo(money(undecided.upperFen, language))
            : texts.sums.undecidedNote}
        </span>
      </div>
    </section>
  );
}
