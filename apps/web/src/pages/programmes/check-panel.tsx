import type { ProgrammeRequest } from '@luodi/server/contract';
import { Skeleton } from 'antd';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './programmes.module.css';
import { useCheck } from './use-check.ts';

/** Where a draft departs from its rule, in words, as one edits it. */
export function CheckPanel({ draft }: { readonly draft: ProgrammeRequest }) {
  const { form } = useProgrammeTexts();
  const { language } = usePageState();
  const check = useCheck(draft);
  return (
    <section
      className={`${caseStyles.panel} ${styles.checks}`}
      aria-labelledby="draft-check"
      aria-live="polite"
    >
      <h2 id="draft-check">{form.checks}</h2>
      {check.kind === 'incomplete' && <p className="quiet">{form.incomplete}</p>}
      {check.kind === 'checking' && <Skeleton active title={false} />}
      {check.kind === 'checked' &&
        (check.faults.length === 0 ? (
          <p>{form.sound}</p>
        ) : (
          <>
            <p>{form.unsound(check.faults.length)}</p>
            <ul style={{ margin: 0, paddingLeft: 18 }}>
              {check.faults.map(({ message, messageEn }) => (
                <li key={message}>{language === 'zh' ? message : messageEn}</li>
              ))}
            </ul>
          </>
        ))}
    </section>
  );
}
