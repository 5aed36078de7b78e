import type { ImportedClause } from '@luodi/server/contract';
import styles from './import.module.css';

type Paragraph = ImportedClause['paragraphs'][number];

/** A paragraph of the imported text with its figures marked. */
export function MarkedText({ paragraph }: { readonly paragraph: Paragraph }) {
  const { text, figures, cells } = paragraph;
  if (cells !== undefined)
    return (
      <p className={styles.row} lang="zh-CN">
        {cells.map((cell, index) => (
          <span key={`${index}-${cell}`} className={styles.cell}>
            {cell}
          </span>
        ))}
      </p>
    );
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of figures) {
    parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <p className={styles.paragraph} lang="zh-CN">
      {parts}
    </p>
  );
}
