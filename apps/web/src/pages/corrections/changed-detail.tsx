import type { ChangedDecisionJson } from '@luodi/server/contract';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { dayOfInstant } from '../../components/instant.ts';
import styles from './corrections.module.css';

function Facts({ facts }: { readonly facts: ChangedDecisionJson['facts'] }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  if (facts.length === 0) return null;
  return (
    <>
      <h4>{texts.changedFacts}</h4>
      <ul>
        {facts.map(({ fact, year, label, was, now, source, asOf }) => (
          <li key={`${fact} ${year ?? ''}`}>
            {label[language]}
            {year !== null && ` ${texts.year(year)}`}: <s>{was?.[language] ?? texts.unknown}</s> →{' '}
            <strong>{now?.[language] ?? texts.unknown}</strong>
            {source !== null && (
              <span className="quiet">
                {' '}
                {texts.source}: {source[language]}
                {asOf !== null && ` ${asOf}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why a decision would come out otherwise: facts, reckoning then and now, conditions that fail. */
export function ChangedDetail({ changed }: { readonly changed: ChangedDecisionJson }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const { was, now, upheld, because, facts } = changed;
  return (
    <div className={styles.detail}>
      <p>{because[language]}</p>
      <Facts facts={facts} />
      <dl>
        <dt>{texts.reachedThen}</dt>
        <dd>{was.formula[language]}</dd>
        <dt>{texts.nowReached}</dt>
        <dd>{now.formula[language]}</dd>
      </dl>
      {now.failed.length > 0 && (
        <>
          <h4>{texts.failedConditions}</h4>
          <ul>
            {now.failed.map(({ text, because: reason }) => (
              <li key={text}>
                <span lang="zh-CN">{text}</span> <span className="quiet">{reason[language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {upheld !== null && <p>{texts.upheld(dayOfInstant(upheld.at), upheld.reason)}</p>}
    </div>
  );
}
