import type { ChangedDecisionsResponse } from '@luodi/server/contract';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import styles from './corrections.module.css';

/** In which fields the measure reads otherwise in the other version. */
export function RuleChanges({ rule }: { readonly rule: ChangedDecisionsResponse['rule'] }) {
  const texts = useCorrectionTexts();
  if (rule === null) return <p>{texts.ruleGone}</p>;
  if (rule.length === 0) return <p>{texts.ruleSame}</p>;
  return (
    <section aria-labelledby="rule-changes">
      <h3 id="rule-changes">{texts.ruleChanges}</h3>
      <ul className={styles.rule}>
        {rule.map(({ field, earlier, later }) => (
          <li key={field} lang="zh-CN">
            {field}: <s>{earlier ?? texts.absent}</s> → <strong>{later ?? texts.absent}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
