import { Table, Tag } from 'antd';
import { Link } from 'react-router';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './library.module.css';
import { forceOf } from './validity.ts';
import type { DocumentEntry, Force } from './validity.ts';

/** Dark enough on the tag's light ground. */
const forceColor: Record<Force, string> = {
  inForce: 'var(--certain)',
  notYet: 'var(--accent)',
  expired: 'var(--no)',
  unbinding: 'var(--undecided)',
};

function useDates(): (document: DocumentEntry) => string {
  const { card, documentHead } = useTexts();
  return ({ validity, validityBasis }) =>
    `${validity.from} — ${validity.until ?? card.noEnd}${documentHead.validityBases[validityBasis]}`;
}

function Title({ document, force }: { document: DocumentEntry; force: Force }) {
  const { documents } = useLibraryTexts();
  const texts = useTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const dates = useDates();
  const { counts, measures } = document;
  return (
    <>
      <Link to={`/documents/${document.id}${kept}`}>
        {language === 'zh' ? document.title : document.titleEn}
      </Link>
      {document.status !== 'final' && (
        <>
          {' '}
          <Tag>{texts.documentHead.statuses[document.status]}</Tag>
        </>
      )}
      <span className={`${styles.under} ${styles.phone}`}>
        {documents.states[force]} · <span className="figure">{dates(document)}</span>
      </span>
      <span className={`${styles.under} ${styles.phone}`}>
        {documents.counts(measures, counts.tasks, counts.indicators, counts.openReadings)}
      </span>
    </>
  );
}

interface Row {
  readonly document: DocumentEntry;
  readonly force: Force;
}

function count(title: string, of: (document: DocumentEntry) => number, from: 'md' | 'lg') {
  return {
    title,
    width: 86,
    responsive: [from],
    align: 'right' as const,
    sorter: (a: Row, b: Row) => of(a.document) - of(b.document),
    render: (_: unknown, { document }: Row) => <span className="figure">{of(document)}</span>,
  };
}

/** Documents with their dates, lead, and how much is in them. */
export function DocumentTable({ documents }: { readonly documents: readonly DocumentEntry[] }) {
  const texts = useLibraryTexts();
  const { library } = useTexts();
  const { date } = usePageState();
  const dates = useDates();
  const rows = documents.map((document): Row => ({ document, force: forceOf(document, date) }));
  return (
    <Table
      rowKey={({ document }) => document.id}
      dataSource={rows}
      size="small"
      pagination={false}
      showSorterTooltip={false}
      locale={{ emptyText: texts.loading.nothing }}
      columns={[
        {
          title: library.document,
          sorter: (a, b) => a.document.title.localeCompare(b.document.title, 'zh-CN'),
          render: (_, row) => <Title {...row} />,
        },
        {
          title: library.state,
          width: 116,
          responsive: ['md'],
          render: (_, { force }) => (
            <Tag style={{ color: forceColor[force] }}>{texts.documents.states[force]}</Tag>
          ),
        },
        {
          title: texts.documents.dates,
          width: 200,
          responsive: ['md'],
          sorter: (a, b) => a.document.validity.from.localeCompare(b.document.validity.from),
          render: (_, { document }) => <span className="figure">{dates(document)}</span>,
        },
        {
          title: texts.documents.lead,
          width: 150,
          responsive: ['lg'],
          render: (_, { document }) => <span lang="zh-CN">{document.lead}</span>,
        },
        count(texts.documents.measures, ({ measures }) => measures, 'md'),
        count(texts.documents.tasks, ({ counts }) => counts.tasks, 'lg'),
        count(texts.documents.indicators, ({ counts }) => counts.indicators, 'lg'),
        count(texts.documents.readings, ({ counts }) => counts.openReadings, 'lg'),
      ]}
    />
  );
}
