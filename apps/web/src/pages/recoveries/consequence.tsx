import type { ReactNode } from 'react';
import styles from './recoveries.module.css';

/** What will follow, in words, before it is done. */
export function Consequence({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.consequence} aria-live="polite">
      {children}
    </p>
  );
}
