import { Input, Modal, Tag } from 'antd';
import type { InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Content } from '@luodi/language';
import { useContent } from '../content/use-content.ts';
import { useLibraryTexts } from '../i18n/use-library-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { Texts } from '../i18n/zh.ts';
import { addressOf } from '../state/page-parameters.ts';
import { useKeptSearch } from '../state/page-state.ts';
import { clauseAnchor } from '../pages/document/clause-anchor.ts';
import styles from './search-dialog.module.css';

interface Hit {
  readonly kind: 'measure' | 'document' | 'clause' | 'fact';
  readonly title: string;
  readonly note: string;
  readonly path: string;
}

const mostHits = 30;

function allHits(content: Content): readonly Hit[] {
  const measures = [...content.measures.values()].map((measure): Hit => {
    const document = content.documentOf.get(measure.id);
    return {
      kind: 'measure',
      title: `${measure.name} ${measure.nameEn}`,
      note: `${document?.title ?? ''} ${measure.clause}`,
      path: `/documents/${document?.id ?? ''}#${clauseAnchor(measure.clause)}`,
    };
  });
  const documents = content.documents.flatMap((document): readonly Hit[] => [
    {
      kind: 'document',
      title: document.title,
      note: document.titleEn,
      path: `/documents/${document.id}`,
    },
    ...document.clauses.map(
      (clause): Hit => ({
        kind: 'clause',
        title: clause.heading,
        note: `${document.title} ${clause.passages.map((passage) => passage.quote.text).join('')}`,
        path: `/documents/${document.id}#${clauseAnchor(clause.heading)}`,
      }),
    ),
  ]);
  const facts = [...content.vocabulary.facts.values()].map(
    (fact): Hit => ({
      kind: 'fact',
      title: `${fact.name} ${fact.nameEn}`,
      note: fact.definition,
      path: `/facts?q=${encodeURIComponent(fact.name)}`,
    }),
  );
  return [...measures, ...documents, ...facts];
}

/** Words around the place where the query stands. */
function excerpt(text: string, query: string): string {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return text.slice(0, 60);
  const from = Math.max(0, at - 20);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + query.length + 40)}`;
}

function find(hits: readonly Hit[], query: string): readonly Hit[] {
  const needle = query.trim().toLowerCase();
  if (needle === '') return [];
  const inTitle = hits.filter((hit) => hit.title.toLowerCase().includes(needle));
  const inNote = hits.filter(
    (hit) => !hit.title.toLowerCase().includes(needle) && hit.note.toLowerCase().includes(needle),
  );
  return [...inTitle, ...inNote].slice(0, mostHits);
}

function withKept(path: string, kept: string): string {
  const [before = '', hash] = path.split('#');
  const joined =
    kept === '' ? before : before.includes('?') ? `${before}&${kept.slice(1)}` : before + kept;
  return hash === undefined ? joined : `${joined}#${hash}`;
}

function Results({
  found,
  query,
  onClose,
  texts,
}: {
  found: readonly Hit[];
  query: string;
  onClose: () => void;
  texts: Texts;
}) {
  const kept = useKeptSearch();
  if (query !== '' && found.length === 0) return <p className="quiet">{texts.search.nothing}</p>;
  return (
    <ul className={styles.results}>
      {found.map((hit) => (
        <li key={`${hit.kind}${hit.path}${hit.title}`}>
          <Link to={withKept(hit.path, kept)} onClick={onClose} className={styles.hit}>
            <Tag>{texts.search[hit.kind]}</Tag>
            <span>
              <strong>{hit.title}</strong>
              <br />
              <span className="quiet">{excerpt(hit.note, query)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** ⌘K: finds measures, clauses, documents and facts by any words of theirs. */
export function SearchDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const library = useLibraryTexts();
  const [query, setQuery] = useState('');
  const input = useRef<InputRef>(null);
  const { data } = useContent();
  const kept = useKeptSearch();
  const navigate = useNavigate();
  const hits = useMemo(() => (data === undefined ? [] : allHits(data.evaluator.content)), [data]);
  const found = useMemo(() => find(hits, query), [hits, query]);
  const openFirst = () => {
    const [first] = found;
    if (query.trim() === '') return;
    onClose();
    const all = addressOf('/search', kept, { q: query.trim() });
    void navigate(first === undefined ? all : withKept(first.path, kept));
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={texts.search.open}
      destroyOnHidden
      afterOpenChange={(isOpen) => {
        if (isOpen) input.current?.focus();
      }}
    >
      <Input
        ref={input}
        allowClear
        aria-label={texts.search.placeholder}
        placeholder={texts.search.placeholder}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onPressEnter={openFirst}
      />
      {query.trim() !== '' && (
        <p style={{ margin: '12px 0 0' }}>
          <Link to={addressOf('/search', kept, { q: query.trim() })} onClick={onClose}>
            {library.search.allResults(query.trim())}
          </Link>
        </p>
      )}
      <Results found={found} query={query.trim()} onClose={onClose} texts={texts} />
    </Modal>
  );
}
