import type { FieldChangeJson } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import styles from './differences.module.css';

/** Fields that read otherwise, earlier beside later. What is written is the documents' own, so it stays Chinese. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChangeJson[] }) {
  const { differences: texts } = useLibraryTexts();
  const side = (words: string | null) =>
    words === null ? (
      <span className="quiet">{texts.none}</span>
    ) : (
      <span lang="zh-CN">{words}</span>
    );
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
        {changes.map(({ field, earlier, later }) => (
          <tr key={field}>
            <th scope="row" lang={texts.fieldName(field) === field ? 'zh-CN' : undefined}>
              {texts.fieldName(field)}
            </th>
            <td data-side={texts.earlier}>{side(earlier)}</td>
            <td data-side={texts.later}>{side(later)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
