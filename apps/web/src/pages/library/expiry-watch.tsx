import { Alert } from 'antd';
import { Link } from 'react-router';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './library.module.css';
import { daysLeft } from './validity.ts';
import type { DocumentEntry } from './validity.ts';

/** The documents that end soon, soonest first; nothing when none does. */
export function ExpiryWatch({ documents }: { readonly documents: readonly DocumentEntry[] }) {
  const texts = useLibraryTexts().documents;
  const { date, language } = usePageState();
  const kept = useKeptSearch();
  const ending = documents
    .flatMap((document) => {
      const days = daysLeft(document, date);
      return days === undefined ? [] : [{ document, days }];
    })
    .toSorted((a, b) => a.days - b.days);
  if (ending.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.watch ?? ''}
      title={texts.watch(ending.length)}
      description={
        <ul>
          {ending.map(({ document, days }) => (
            <li key={document.id}>
              <Link to={`/documents/${document.id}${kept}`}>
                {language === 'zh' ? document.title : document.titleEn}
              </Link>{' '}
              <span className="figure">{document.validity.until}</span> · {texts.watchDays(days)} ·{' '}
              {texts.watchMeasures(document.measures)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
