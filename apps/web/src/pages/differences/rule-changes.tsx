import type { EntryChangeJson } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './differences.module.css';
import { FieldChanges } from './field-changes.tsx';

/** What changes what somebody gets or must reach, before what does not. */
const weighty = new Set(['金额', '条件', '除外', '目标', '期限', '合计封顶', '有效期至']);

function weight({ fields }: EntryChangeJson): number {
  return fields.some(({ field }) => weighty.has(field)) ? 0 : 1;
}

function Name({ entry }: { entry: EntryChangeJson }) {
  const { differences: texts } = useLibraryTexts();
  const { language } = usePageState();
  return (
    <>
      <span className={styles.kind}>{texts.kinds[entry.kind]}</span>
      {language === 'zh' || entry.nameEn === '' ? (
        <span lang="zh-CN">{entry.name}</span>
      ) : (
        entry.nameEn
      )}
    </>
  );
}

function OneSided({ title, entries }: { title: string; entries: readonly EntryChangeJson[] }) {
  if (entries.length === 0) return null;
  return (
    <section className={styles.change}>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={`${entry.kind}${entry.name}`}>
            <details>
              <summary>
                <Name entry={entry} />
              </summary>
              <FieldChanges changes={entry.fields} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Entries that say something else, changed amounts, conditions and targets first; then those that one version lacks. */
export function RuleChanges({ entries }: { readonly entries: readonly EntryChangeJson[] }) {
  const { differences: texts } = useLibraryTexts();
  if (entries.length === 0) return <p className="quiet">{texts.noRules}</p>;
  const of = (change: EntryChangeJson['change']) =>
    entries.filter((each) => each.change === change);
  const [added, removed] = [of('added'), of('removed')];
  const changed = of('changed').toSorted((a, b) => weight(a) - weight(b));
  return (
    <>
      <p className="quiet">{texts.summary(added.length, removed.length, changed.length)}</p>
      {changed.map((entry) => (
        <article key={`${entry.kind}${entry.name}`} className={styles.change}>
          <h3>
            <Name entry={entry} />
          </h3>
          <FieldChanges changes={entry.fields} />
        </article>
      ))}
      <OneSided title={texts.counted(texts.changes.added, added.length)} entries={added} />
      <OneSided title={texts.counted(texts.changes.removed, removed.length)} entries={removed} />
    </>
  );
}
