import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { documentsResponse } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useServer } from '../../server/use-server.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { forceOf } from '../library/validity.ts';
import type { DocumentEntry, Force } from '../library/validity.ts';
import styles from './department.module.css';

const order: readonly Force[] = ['inForce', 'notYet', 'unbinding', 'expired'];

function rankOf(document: DocumentEntry | undefined, ranks: ReadonlyMap<string, number>): number {
  return document === undefined ? order.length : (ranks.get(document.id) ?? order.length);
}

/** Documents by id, and things in the order of their documents: what is in force first. */
export function useInForceFirst(): {
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  readonly sorted: <T>(items: readonly T[], documentOf: (item: T) => string) => readonly T[];
} {
  const { date } = usePageState();
  const { data = [] } = useServer('/api/documents', documentsResponse);
  const documents = new Map(data.map((document) => [document.id, document]));
  const ranks = new Map(
    data.map((document, index) => [
      document.id,
      order.indexOf(forceOf(document, date)) * data.length + index,
    ]),
  );
  return {
    documents,
    sorted: (items, documentOf) =>
      items.toSorted(
        (a, b) =>
          rankOf(documents.get(documentOf(a)), ranks) - rankOf(documents.get(documentOf(b)), ranks),
      ),
  };
}

/** Things that stand together document by document, each group under the title of its document. */
export function ByDocument<T>({
  items,
  documents,
  documentOf,
  children,
}: {
  readonly items: readonly T[];
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  readonly documentOf: (item: T) => string;
  readonly children: (items: readonly T[]) => ReactNode;
}) {
  const texts = useLibraryTexts().documents;
  const { date, language } = usePageState();
  const kept = useKeptSearch();
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(documentOf(item));
    if (group === undefined) groups.set(documentOf(item), [item]);
    else group.push(item);
  }
  return [...groups].map(([id, group]) => {
    const document = documents.get(id);
    const force = document === undefined ? 'inForce' : forceOf(document, date);
    const title = language === 'zh' ? document?.title : document?.titleEn;
    return (
      <section key={id} className={styles.group}>
        <h2>
          <Link to={`/documents/${id}${kept}`}>{title ?? id}</Link>{' '}
          {force !== 'inForce' && <Tag>{texts.states[force]}</Tag>}
        </h2>
        <ul className={styles.list}>{children(group)}</ul>
      </section>
    );
  });
}
