import type { ReactNode } from 'react';
import type { NamedEntry } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import { usePageState } from '../../../state/page-state.ts';
import styles from './entries.module.css';

/** Words of the document or of its authors, which are Chinese in every language of the page. */
export function Chinese({ children }: { readonly children: ReactNode }) {
  return <span lang="zh-CN">{children}</span>;
}

/** Several of them, one after another. */
export function ChineseList({ texts }: { readonly texts: readonly string[] }) {
  return <Chinese>{texts.join('、')}</Chinese>;
}

/** A label with what it says; `undefined` and empty lists say nothing and are left out. */
export interface Field {
  readonly label: string;
  readonly value: ReactNode;
}

/** The field of a list, if there is anything in it. */
export function listField(label: string, texts: readonly string[]): readonly Field[] {
  return texts.length === 0 ? [] : [{ label, value: <ChineseList texts={texts} /> }];
}

/** The field of words in Chinese, if there are any. */
export function wordsField(label: string, words: string | undefined): readonly Field[] {
  return words === undefined || words === '' ? [] : [{ label, value: <Chinese>{words}</Chinese> }];
}

/** Labels beside what they say. */
export function Fields({ fields }: { readonly fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The name of an entry or of a part of one, in the language of the page. */
export function EntryName({ name, nameEn }: Pick<NamedEntry, 'name' | 'nameEn'>) {
  const { language } = usePageState();
  return language === 'zh' || nameEn === '' ? <Chinese>{name}</Chinese> : <>{nameEn}</>;
}

/** One entry of a block: what kind it is, its name, what it says, and how doubtful words are read. */
export function EntryCard({
  entry,
  kind,
  number = '',
  children,
}: {
  readonly entry: NamedEntry;
  readonly kind: string;
  readonly number?: string;
  readonly children: ReactNode;
}) {
  const texts = useTexts();
  return (
    <article className={styles.entry}>
      <h3>
        <span className={styles.kind}>{kind}</span>
        {number !== '' && (
          <span className={styles.number} lang="zh-CN">
            {number}
          </span>
        )}
        <EntryName name={entry.name} nameEn={entry.nameEn} />
      </h3>
      {children}
      {entry.openReadings.map((reading) => (
        <p key={reading.words} className={styles.reading}>
          <strong>{texts.card.openReading}</strong>{' '}
          <Chinese>
            {texts.card.openReadingText(reading.words, reading.reading, reading.reason)}
          </Chinese>
        </p>
      ))}
    </article>
  );
}
