import type { CaseDetail } from '@luodi/server/contract';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import styles from './cases.module.css';

/** The papers of a case for those who look at it: what is there and what was promised. */
export function HandedIn({ papers }: Pick<CaseDetail, 'papers'>) {
  const { form } = useCaseTexts();
  if (papers.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="handed-in">
      <h2 id="handed-in">{form.papersTitle}</h2>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {papers.map(({ paper, attachment }) => (
          <li key={paper}>
            <span lang="zh-CN">{paper}</span>{' '}
            <StatusTag tone={attachment === null ? 'attention' : 'good'}>
              {attachment === null ? form.promised : form.handedIn}
            </StatusTag>{' '}
            {attachment !== null && (
              <a
                href={`/api/attachments?id=${encodeURIComponent(attachment)}`}
                download
                style={{ textDecoration: 'underline' }}
                aria-label={`${form.read}: ${paper}`}
              >
                {form.read}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
