import type { EntryChangeJson } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './differences.module.css';
import { FieldChanges } from './field-changes.tsx';

/** What changes what somebody gets or must reach, before what does not. */
const weighty = new Set(['金额', '条件', '除外', '目标', '期限', '合计封顶', '有效期至']);

function weight({ change, fields }: EntryChangeJson): number {
  if (change !== 'changed') return 1;
  return fields.some(({ field }) => weighty.has(field)) ? 0 : 2;
}

/** Entries that one version lacks or that say something else: changed amounts, conditions and targets first. */
export function RuleChanges({ entries }: { readonly entries: readonly EntryChangeJson[] }) {
  const { differences: texts } = useLibraryTexts();
  const { language } = usePageState();
  if (entries.length === 0) return <p className="quiet">{texts.noRules}</p>;
  const ordered = entries.toSorted((a, b) => weight(a) - weight(b));
  const count = (change: EntryChangeJson['change']) =>
    entries.filter((each) => each.change === change).length;
  return (
    <>
      <p className="quiet">{texts.summary(count('added'), count('removed'), count('changed'))}</p>
      {ordered.map((entry) => (
        <article key={`${entry.kind}${entry.change}${entry.name}`} className={styles.change}>
          <h3>
            <span className={styles.kind}>
              {texts.changes[entry.change]} · {texts.kinds[entry.kind]}
            </span>
            {language === 'zh' || entry.nameEn === '' ? (
              <span lang="zh-CN">{entry.name}</span>
            ) : (
              entry.nameEn
            )}
          </h3>
          {entry.change === 'changed' ? (
            <FieldChanges changes={entry.fields} />
          ) : (
            <details>
              <summary>{texts.details(entry.fields.length)}</summary>
              <FieldChanges changes={entry.fields} />
            </details>
          )}
        </article>
      ))}
    </>
  );
}
