import type { ReactNode } from 'react';
import styles from './status-tag.module.css';

/** How something stands, in a word: well, under way, in need of somebody, or simply so. */
export function StatusTag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'good' | 'active' | 'attention' | 'plain';
  readonly children: ReactNode;
}) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
