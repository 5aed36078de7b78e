import { Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Content, PolicyDocument } from '@luodi/language';
import { ContentGate } from '../../content/content-gate.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

type State = 'inForce' | 'notYet' | 'expired' | 'draft' | 'commentary';

function stateOf({ validity, status }: PolicyDocument, date: PlainDate): State {
  if (status !== 'final') return status;
  if (compareDates(date, validity.from) < 0) return 'notYet';
  return validity.until !== undefined && compareDates(date, validity.until) > 0
    ? 'expired'
    : 'inForce';
}

/** Dark enough on the tag's light ground. */
const stateColor: Record<State, string> = {
  inForce: 'var(--certain)',
  notYet: 'var(--accent)',
  expired: 'var(--no)',
  draft: 'var(--undecided)',
  commentary: 'var(--no)',
};

function Documents({ content }: { content: Content }) {
  const texts = useTexts();
  const { date, language } = usePageState();
  const kept = useKeptSearch();
  const [query, setQuery] = useState('');
  const rows = content.documents
    .filter((document) =>
      `${document.title} ${document.titleEn} ${document.lead} ${document.issuer}`
        .toLowerCase()
        .includes(query.trim().toLowerCase()),
    )
    .map((document) => ({
      document,
      state: stateOf(document, date),
      measures: [...content.documentOf].filter(([, of]) => of.id === document.id).length,
    }));
  const inForce = ({ validity }: PolicyDocument): string =>
    `${validity.from.toString()} — ${validity.until?.toString() ?? texts.card.noEnd}`;
  return (
    <>
      <h1>{texts.library.title}</h1>
      <p className="quiet">{texts.library.intro}</p>
      <Input
        allowClear
        style={{ maxWidth: 360, marginBottom: 12 }}
        aria-label={texts.library.filter}
        placeholder={texts.library.filter}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Table
        rowKey={(row) => row.document.id}
        dataSource={rows}
        size="middle"
        pagination={false}
        columns={[
          {
            title: texts.library.document,
            render: (_, { document }) => (
              <>
                <Link to={`/documents/${document.id}${kept}`}>
                  {language === 'zh' ? document.title : document.titleEn}
                </Link>
                <span className="quiet only-phone figure">{inForce(document)}</span>
              </>
            ),
          },
          {
            title: texts.library.state,
            width: 110,
            render: (_, { state }) => (
              <Tag style={{ color: stateColor[state] }}>{texts.library[state]}</Tag>
            ),
          },
          {
            title: texts.library.validity,
            width: 210,
            responsive: ['md'],
            render: (_, { document }) => <span className="figure">{inForce(document)}</span>,
          },
          {
            title: texts.library.lead,
            width: 170,
            responsive: ['lg'],
            render: (_, { document }) => <span lang="zh-CN">{document.lead}</span>,
          },
          {
            title: texts.library.clauses,
            width: 80,
            responsive: ['lg'],
            align: 'right',
            render: (_, { document }) => document.clauses.length,
          },
          {
            title: texts.library.measures,
            width: 90,
            responsive: ['md'],
            align: 'right',
            render: (_, { measures }) => measures,
          },
        ]}
      />
    </>
  );
}

/** 政策库: the documents, with what is in force on the date of the page. */
export function LibraryPage() {
  return <ContentGate>{({ evaluator }) => <Documents content={evaluator.content} />}</ContentGate>;
}
