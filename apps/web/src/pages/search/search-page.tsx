import { Alert, Button, Input, Pagination, Skeleton } from 'antd';
import { searchResponse } from '@luodi/server/contract';
import type { SearchHitJson } from '@luodi/server/contract';
import { useState } from 'react';
import { ClauseLink } from '../../components/clause-link.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ServerRefusal, useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { SearchFilters } from './search-filters.tsx';
import styles from './search.module.css';

const pageSize = 20;

function Hit({ hit }: { hit: SearchHitJson }) {
  const { search: texts } = useLibraryTexts();
  const { language } = usePageState();
  const { lines, kinds, excerpt } = hit;
  const chinese = /\p{Script=Han}/u;
  const names = hit.names.filter((name) => chinese.test(name) === (language === 'zh')).slice(0, 3);
  return (
    <li>
      <ClauseLink place={hit} />
      <p className={styles.excerpt} lang="zh-CN">
        {excerpt.map(({ text, hit: marked }, index) =>
          // Stretches of a fixed text have no identity but their place.
          marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
      <p className={`quiet ${styles.under}`}>
        {[...kinds.map((kind) => texts.kinds[kind]), texts.lines(lines.from, lines.to)].join(' · ')}
        {names.length > 0 && (
          <>
            {' · '}
            {names.join(' · ')}
          </>
        )}
      </p>
    </li>
  );
}

function WordsForm({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const { search: texts } = useLibraryTexts();
  const [draft, setDraft] = useState(words);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(draft.trim());
      }}
    >
      <Input
        allowClear
        aria-label={texts.words}
        placeholder={texts.words}
        value={draft}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      />
      <Button type="primary" htmlType="submit">
        {texts.go}
      </Button>
    </form>
  );
}

const badRequest = 400;

function Hits({ path }: { path: string }) {
  const { search: texts } = useLibraryTexts();
  const { errors } = useTexts();
  const [, change] = usePageParameters();
  const query = useServer(path, searchResponse);
  if (query.isError) {
    const badLeast = query.error instanceof ServerRefusal && query.error.status === badRequest;
    return (
      <Alert
        type={badLeast ? 'warning' : 'error'}
        showIcon
        title={badLeast ? texts.badLeast : texts.failed}
        description={badLeast ? undefined : texts.failedHint}
        action={<Button onClick={() => void query.refetch()}>{errors.retry}</Button>}
      />
    );
  }
  if (query.data === undefined)
    return (
      <>
        <output className="quiet">{texts.preparing}</output>
        <Skeleton active />
      </>
    );
  const { total, hits, offset } = query.data;
  return (
    <>
      <output>{total === 0 ? texts.nothing : texts.total(total)}</output>
      <ol className={styles.hits}>
        {hits.map((hit, index) => (
          // Two quotations of a clause may stand on one line.
          <Hit key={`${hit.document}${hit.clause}${hit.lines.from} ${index}`} hit={hit} />
        ))}
      </ol>
      <Pagination
        hideOnSinglePage
        showSizeChanger={false}
        pageSize={pageSize}
        current={offset / pageSize + 1}
        total={total}
        onChange={(page) => change({ page: page === 1 ? '' : String(page) }, 'new')}
      />
    </>
  );
}

/** The question to the server as the address of the page says it; `undefined` when nothing is asked. */
function usePath(): string | undefined {
  const [read] = usePageParameters();
  const { date } = usePageState();
  const asked = new URLSearchParams();
  for (const key of ['q', 'document', 'department', 'matter', 'kind', 'status', 'least']) {
    const value = read(key);
    if (value !== '') asked.set(key, value);
  }
  if (read('force') === '1') asked.set('date', date.toString());
  if (asked.size === 0) return undefined;
  const page = Math.max(1, Number(read('page')) || 1);
  asked.set('offset', String((page - 1) * pageSize));
  asked.set('limit', String(pageSize));
  return `/api/search?${asked.toString()}`;
}

/** 搜索: words and filters in the address, hits with the words marked. */
export function SearchPage() {
  const { search: texts } = useLibraryTexts();
  const [read, change] = usePageParameters();
  const path = usePath();
  const words = read('q');
  return (
    <>
      <h1>{texts.title}</h1>
      <WordsForm key={words} words={words} onSearch={(q) => change({ q, page: '' }, 'new')} />
      <FilterBar count="">
        <SearchFilters />
      </FilterBar>
      {path === undefined ? <p className="quiet">{texts.hint}</p> : <Hits path={path} />}
    </>
  );
}
