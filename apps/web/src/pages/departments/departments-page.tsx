import { Link } from 'react-router';
import { departmentsResponse } from '@luodi/server/contract';
import type { DepartmentsResponse } from '@luodi/server/contract';
import { FilteredTable, countColumn } from '../../components/filtered-table.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

type Entry = DepartmentsResponse[number];
const column = countColumn<Entry>;

/** Every name under which somebody may look for it. */
function namesOf({ name, nameEn, fullName, formerNames, alsoWritten }: Entry): readonly string[] {
  return [name, nameEn ?? '', fullName, ...formerNames, ...alsoWritten];
}

function Departments({ departments }: { departments: DepartmentsResponse }) {
  const texts = useLibraryTexts();
  const kept = useKeptSearch();
  const { language } = usePageState();
  const { parts } = texts.departments;
  return (
    <FilteredTable<Entry>
      rowKey="name"
      all={departments}
      fits={(department, words) => namesOf(department).some((name) => name.includes(words))}
      pageSize={50}
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
        column(parts.measures, ({ measures }) => measures),
        column(parts.tasks, ({ tasks }) => tasks),
        column(parts.indicators, ({ indicators }) => indicators, { from: 'md' }),
        column(parts.procedures, ({ procedures }) => procedures, { from: 'md' }),
        column(parts.inspections, ({ inspections }) => inspections, { from: 'lg' }),
        column(texts.departments.documents, ({ documents }) => documents, { from: 'md' }),
      ]}
    />
  );
}

/** 部门: who has how much to do. */
export function DepartmentsPage() {
  const texts = useLibraryTexts().departments;
  return (
    <ListPage texts={texts} path="/api/departments" schema={departmentsResponse}>
      {(departments) => <Departments departments={departments} />}
    </ListPage>
  );
}
