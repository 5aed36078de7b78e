import styles from '../editor.module.css';

export function GuideCode({ children }: { readonly children: string }) {
  return (
    // A wide example scrolls by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.guideCode} lang="zh-CN" tabIndex={0}>
      {children}
    </pre>
  );
}

/** How it is written on the left, what it means on the right. */
export function GuideTable({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.guideTable}>
      {rows.map(([written, meaning]) => (
        <div key={written}>
          <dt>
            <code lang="zh-CN">{written}</code>
          </dt>
          <dd lang={/[\u4e00-\u9fff]/.test(meaning) ? 'zh-CN' : undefined}>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
