import { combinationLabels, explainRestraint, explainSetAside } from '@luodi/entitlement';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import type { CardProps } from './card-props.ts';
import styles from './measure-card.module.css';

/** How the measure stands beside others: set aside for a better one, or counted only in part. */
function Stacking({ answer, match, content }: CardProps) {
  const { language } = usePageState();
  const { id } = answer.measure;
  const aside = match.best.setAside.find((each) => each.id === id);
  const restraint = match.best.chosen.find((each) => each.id === id)?.restraint;
  if (aside === undefined && restraint === undefined) return null;
  const labels = combinationLabels(match, content.vocabulary)[language];
  return (
    <p className={styles.part}>
      {aside !== undefined && explainSetAside(aside.because, labels, language)}
      {restraint !== undefined && explainRestraint(restraint, labels, language)}
    </p>
  );
}

/** Why: what is lacking, what failed and by how much, what is taken for granted. */
export function CardReasons(props: CardProps) {
  const { answer, group, match } = props;
  const texts = useTexts();
  const { language } = usePageState();
  const near = match.nearMisses.find((miss) => miss.answer.measure.id === answer.measure.id);
  const separator = language === 'zh' ? '；' : '; ';
  return (
    <>
      <Stacking {...props} />
      {near !== undefined && group === 'near' && (
        <p className={styles.part}>
          <strong>{near.lacking.map((line) => line[language]).join(separator)}</strong>{' '}
          <span className="quiet">· {texts.card.met(near.met, near.met + near.unmet)}</span>
        </p>
      )}
      {answer.failed.length > 0 && group !== 'near' && (
        <ul className={styles.part}>
          {answer.failed.map((failure, index) => (
            // Two conditions may fail for the same words; their order is fixed.
            <li key={`${index}${failure.because.zh}`}>
              {failure.because[language]}
              {failure.gaps.map((gap) => (
                <strong key={gap.by.zh}> {gap.by[language]}</strong>
              ))}
            </li>
          ))}
        </ul>
      )}
      {answer.assumptions.map((assumption) => (
        <p key={assumption.zh} className={`quiet ${styles.part}`}>
          {texts.card.assuming}
          {language === 'zh' ? '：' : ': '}
          {assumption[language]}
        </p>
      ))}
    </>
  );
}
