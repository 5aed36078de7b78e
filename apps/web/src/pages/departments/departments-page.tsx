import { Table } from 'antd';
import { Link } from 'react-router';
import { departmentsResponse } from '@luodi/server/contract';
import type { DepartmentsResponse } from '@luodi/server/contract';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

type Entry = DepartmentsResponse[number];

function column(title: string, of: (entry: Entry) => number, onPhone: boolean) {
  return {
    title,
    width: 104,
    align: 'right' as const,
    ...(onPhone ? {} : { responsive: ['md' as const] }),
    sorter: (a: Entry, b: Entry) => of(a) - of(b),
    render: (_: unknown, entry: Entry) => <span className="figure">{of(entry)}</span>,
  };
}

/** Every name under which somebody may look for it. */
function namesOf({ name, nameEn, fullName, formerNames, alsoWritten }: Entry): readonly string[] {
  return [name, nameEn ?? '', fullName, ...formerNames, ...alsoWritten];
}

function Departments({ departments }: { departments: DepartmentsResponse }) {
  const texts = useLibraryTexts();
  const kept = useKeptSearch();
  const [read, change] = usePageParameters();
  const { language } = usePageState();
  const words = read('q').trim();
  const shown = departments.filter((department) =>
    namesOf(department).some((name) => name.includes(words)),
  );
  const { parts } = texts.departments;
  return (
    <>
      <FilterBar count={texts.filter.shown(shown.length, departments.length)}>
        <FilterInput label={texts.filter.words} value={read('q')} onChange={(q) => change({ q })} />
      </FilterBar>
      <Table
        rowKey="name"
        dataSource={[...shown]}
        size="small"
        tableLayout="fixed"
        showSorterTooltip={false}
        locale={{ emptyText: texts.loading.nothing }}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: texts.departments.one,
            render: (_, { name, nameEn, formerNames }) => (
              <>
                <Link to={`/departments/${encodeURIComponent(name)}${kept}`} lang="zh-CN">
                  {name}
                </Link>
                {formerNames.length > 0 && (
                  <span className="quiet" lang="zh-CN">
                    {' '}
                    {texts.departments.former(formerNames)}
                  </span>
                )}
                {language === 'en' && nameEn !== null && (
                  <>
                    <br />
                    <span className="quiet">{nameEn}</span>
                  </>
                )}
              </>
            ),
          },
          column(parts.measures, ({ measures }) => measures, true),
          column(parts.tasks, ({ tasks }) => tasks, true),
          column(parts.indicators, ({ indicators }) => indicators, false),
          column(parts.procedures, ({ procedures }) => procedures, false),
          column(texts.departments.documents, ({ documents }) => documents, false),
        ]}
      />
    </>
  );
}

/** 部门: who has how much to do. */
export function DepartmentsPage() {
  const texts = useLibraryTexts().departments;
  const query = useServer('/api/departments', departmentsResponse);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>
        {(departments) => <Departments departments={departments} />}
      </ServerGate>
    </>
  );
}
