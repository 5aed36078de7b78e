import type { FieldChangeJson } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import styles from './differences.module.css';
import { WordRuns } from './word-runs.tsx';

function Side({
  change,
  side,
}: {
  readonly change: FieldChangeJson;
  readonly side: 'earlier' | 'later';
}) {
  const { differences: texts } = useLibraryTexts();
  const text = change[side];
  return (
    <td data-side={texts[side]}>
      {text === null ? (
        <span className="quiet">{texts.none}</span>
      ) : (
        <span lang="zh-CN">
          {change.words === null ? text : <WordRuns runs={change.words} side={side} />}
        </span>
      )}
    </td>
  );
}

/** Fields that read otherwise, earlier beside later, with the words that changed marked. What is written is the documents' own, so it stays Chinese. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChangeJson[] }) {
  const { differences: texts } = useLibraryTexts();
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{texts.earlier}</th>
          <th scope="col">{texts.later}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th
              scope="row"
              lang={texts.fieldName(change.field) === change.field ? 'zh-CN' : undefined}
            >
              {texts.fieldName(change.field)}
            </th>
            <Side change={change} side="earlier" />
            <Side change={change} side="later" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
