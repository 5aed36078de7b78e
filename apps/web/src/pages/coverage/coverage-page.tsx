import { Link } from 'react-router';
import { coverageResponse } from '@luodi/server/contract';
import type { CoverageResponse } from '@luodi/server/contract';
import { FilteredTable, countColumn } from '../../components/filtered-table.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

type Entry = CoverageResponse[number];

/** Of each column of numbers: seven of them stand beside the title. */
const width = 92;
const column = countColumn<Entry>;

function entriesIn({ entries: { examples: _examples, ...rest } }: Entry): number {
  return Object.values(rest).reduce((sum, count) => sum + count, 0);
}

function inertIn({ notExecutable }: Entry): number {
  return Object.values(notExecutable).reduce((sum, count) => sum + count, 0);
}

function Coverage({ all }: { all: CoverageResponse }) {
  const { coverage } = useLibraryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const sum = (of: (entry: Entry) => number) => all.reduce((total, each) => total + of(each), 0);
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
      <FilteredTable<Entry>
        rowKey="document"
        all={all}
        fits={({ title, titleEn }, words) =>
          `${title} ${titleEn}`.toLowerCase().includes(words.toLowerCase())
        }
        columns={[
          {
            title: coverage.document,
            render: (_, { document, title, titleEn }) => (
              <Link to={`/coverage/${document}${kept}`}>{language === 'zh' ? title : titleEn}</Link>
            ),
          },
          column(coverage.clauses, ({ clauses }) => clauses, { width, from: 'md' }),
          column(coverage.encoded, ({ encodedClauses }) => encodedClauses, {
            width,
            from: 'md',
          }),
          column(coverage.entries, entriesIn, { width, from: 'lg' }),
          column(coverage.figures, ({ figures }) => figures.quoted, { width, from: 'md' }),
          column(coverage.notCarried, ({ figures }) => figures.quoted - figures.carried, {
            width,
          }),
          column(coverage.readings, ({ openReadings }) => openReadings, { width }),
          column(coverage.inert, inertIn, { width, from: 'lg' }),
        ]}
      />
    </>
  );
}

/** 覆盖: how much of each document has become rules. */
export function CoveragePage() {
  const texts = useLibraryTexts().coverage;
  return (
    <ListPage texts={texts} path="/api/coverage" schema={coverageResponse}>
      {(all) => <Coverage all={all} />}
    </ListPage>
  );
}
