import type { CaseDetail } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import styles from './case-page.module.css';
import { sayInstant } from '../../components/instant.ts';

/** What happened to a case, the latest first. */
export function CaseHistory({ history }: Pick<CaseDetail, 'history'>) {
  const { history: texts } = useCaseTexts();
  const known: Readonly<Record<string, string>> = texts.actions;
  return (
    <section className={styles.aside} aria-labelledby="case-history">
      <h2 id="case-history">{texts.title}</h2>
      {history.length === 0 && <p className="quiet">{texts.none}</p>}
      <ol className={styles.history}>
        {[...history].reverse().map(({ at, who, action, reason }, index) => (
          // Two things may have happened in one instant.
          <li key={index}>
            <span className="figure quiet">{sayInstant(at)}</span>{' '}
            <strong>{known[action] ?? action}</strong>{' '}
            <span className="quiet" lang="zh-CN">
              {who.startsWith('system:') ? texts.machine : who}
            </span>
            {reason !== '' && (
              <div className="quiet" lang="zh-CN">
                {reason}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
