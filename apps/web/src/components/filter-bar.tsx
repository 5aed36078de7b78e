import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

/** Filters in a row, with how much they leave. */
export function FilterBar({
  count,
  children,
}: {
  readonly count: string;
  readonly children: ReactNode;
}) {
  return (
    <search className={`${styles.bar} no-print`}>
      {children}
      <output className={styles.count}>{count}</output>
    </search>
  );
}
