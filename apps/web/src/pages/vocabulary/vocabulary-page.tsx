import { Input, Table } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Content, Fact } from '@luodi/language';
import { ContentGate } from '../../content/content-gate.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';

function Facts({ content, asked }: { content: Content; asked: string }) {
  const texts = useTexts();
  const { language } = usePageState();
  const [query, setQuery] = useState(asked);
  const { vocabulary } = content;
  const needle = query.trim().toLowerCase();
  const rows = [...vocabulary.facts.values()].filter((fact) =>
    `${fact.name} ${fact.nameEn} ${fact.id} ${fact.definition}`.toLowerCase().includes(needle),
  );
  const type = (fact: Fact): string =>
    [
      texts.vocabulary.types[fact.factKind],
      fact.unit ?? '',
      fact.annual ? texts.vocabulary.annual : '',
    ]
      .filter((word) => word !== '')
      .join(' · ');
  return (
    <>
      <h1>{texts.vocabulary.title}</h1>
      <p className="quiet">{texts.vocabulary.intro}</p>
      <Input
        allowClear
        style={{ maxWidth: 360, marginBottom: 12 }}
        aria-label={texts.facts.searchAll}
        placeholder={texts.facts.searchAll}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Table
        rowKey="id"
        dataSource={rows}
        size="small"
        pagination={{ pageSize: 50, showSizeChanger: false }}
        columns={[
          {
            title: texts.vocabulary.name,
            width: '30%',
            render: (_, fact) => (
              <>
                <strong>{language === 'zh' ? fact.name : fact.nameEn}</strong>
                <br />
                <code className="quiet" style={{ overflowWrap: 'anywhere' }}>
                  {fact.id}
                </code>
              </>
            ),
          },
          {
            title: texts.vocabulary.entity,
            width: 110,
            responsive: ['lg'],
            render: (_, fact) => {
              const entity = vocabulary.entities.get(fact.entity);
              return language === 'zh' ? fact.entity : (entity?.nameEn ?? fact.entity);
            },
          },
          {
            title: texts.vocabulary.type,
            width: 150,
            responsive: ['md'],
            render: (_, fact) => type(fact),
          },
          {
            title: texts.vocabulary.definition,
            render: (_, fact) => (language === 'zh' ? fact.definition : fact.definitionEn),
          },
          {
            title: texts.vocabulary.source,
            width: 240,
            responsive: ['lg'],
            render: (_, fact) => <span className="quiet">{fact.source}</span>,
          },
        ]}
      />
    </>
  );
}

/** 事实词典: every fact with its definition and the place where it stands. */
export function VocabularyPage() {
  const [search] = useSearchParams();
  const asked = search.get('q') ?? '';
  return (
    <ContentGate>
      {({ evaluator }) => <Facts key={asked} content={evaluator.content} asked={asked} />}
    </ContentGate>
  );
}
