import { Table } from 'antd';
import { Link } from 'react-router';
import { coverageResponse } from '@luodi/server/contract';
import type { CoverageResponse } from '@luodi/server/contract';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

type Entry = CoverageResponse[number];

function entriesIn({ entries: { examples: _examples, ...rest } }: Entry): number {
  return Object.values(rest).reduce((sum, count) => sum + count, 0);
}

function inertIn({ notExecutable }: Entry): number {
  return Object.values(notExecutable).reduce((sum, count) => sum + count, 0);
}

function column(title: string, of: (entry: Entry) => number, from?: 'md' | 'lg') {
  return {
    title,
    width: 92,
    align: 'right' as const,
    ...(from === undefined ? {} : { responsive: [from] }),
    sorter: (a: Entry, b: Entry) => of(a) - of(b),
    render: (_: unknown, entry: Entry) => <span className="figure">{of(entry)}</span>,
  };
}

function Coverage({ all }: { all: CoverageResponse }) {
  const texts = useLibraryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [read, change] = usePageParameters();
  const words = read('q').trim().toLowerCase();
  const shown = all.filter(({ title, titleEn }) =>
    `${title} ${titleEn}`.toLowerCase().includes(words),
  );
  const sum = (of: (entry: Entry) => number) => all.reduce((total, each) => total + of(each), 0);
  const { coverage } = texts;
  return (
    <>
      <p>
        {coverage.totals(
          all.length,
          sum(({ clauses }) => clauses),
          sum(({ encodedClauses }) => encodedClauses),
          sum(({ figures }) => figures.quoted),
          sum(({ figures }) => figures.carried),
        )}
      </p>
      <FilterBar count={texts.filter.shown(shown.length, all.length)}>
        <FilterInput label={texts.filter.words} value={read('q')} onChange={(q) => change({ q })} />
      </FilterBar>
      <Table
        rowKey="document"
        dataSource={[...shown]}
        size="small"
        tableLayout="fixed"
        pagination={false}
        showSorterTooltip={false}
        locale={{ emptyText: texts.loading.nothing }}
        columns={[
          {
            title: coverage.document,
            render: (_, { document, title, titleEn }) => (
              <Link to={`/coverage/${document}${kept}`}>{language === 'zh' ? title : titleEn}</Link>
            ),
          },
          column(coverage.clauses, ({ clauses }) => clauses, 'md'),
          column(coverage.encoded, ({ encodedClauses }) => encodedClauses, 'md'),
          column(coverage.entries, entriesIn, 'lg'),
          column(coverage.figures, ({ figures }) => figures.quoted, 'md'),
          column(coverage.notCarried, ({ figures }) => figures.quoted - figures.carried),
          column(coverage.readings, ({ openReadings }) => openReadings),
          column(coverage.inert, inertIn, 'lg'),
        ]}
      />
    </>
  );
}

/** 覆盖: how much of each document has become rules. */
export function CoveragePage() {
  const texts = useLibraryTexts().coverage;
  const query = useServer('/api/coverage', coverageResponse);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>{(all) => <Coverage all={all} />}</ServerGate>
    </>
  );
}
