import { Switch, Table } from 'antd';
import { Link } from 'react-router';
import { mattersResponse } from '@luodi/server/contract';
import type { MattersResponse } from '@luodi/server/contract';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

function Matters({ matters }: { matters: MattersResponse }) {
  const texts = useLibraryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [read, change] = usePageParameters();
  const words = read('q').trim().toLowerCase();
  const several = read('several') === '1';
  const shown = matters.filter(
    ({ name, nameEn, documents }) =>
      `${name} ${nameEn}`.toLowerCase().includes(words) && (!several || documents.length > 1),
  );
  return (
    <>
      <FilterBar count={texts.filter.shown(shown.length, matters.length)}>
        <FilterInput label={texts.filter.words} value={read('q')} onChange={(q) => change({ q })} />
        <label>
          <Switch
            size="small"
            checked={several}
            onChange={(on) => change({ several: on ? '1' : '' })}
          />{' '}
          {texts.matters.several}
        </label>
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
            title: texts.matters.one,
            sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
            render: (_, { name, nameEn }) => (
              <Link to={`/matters/${encodeURIComponent(name)}${kept}`}>
                {language === 'zh' ? name : nameEn}
              </Link>
            ),
          },
          {
            title: texts.matters.measures,
            width: 110,
            align: 'right',
            sorter: (a, b) => a.measures - b.measures,
            render: (_, { measures }) => <span className="figure">{measures}</span>,
          },
          {
            title: texts.matters.documents,
            width: 120,
            align: 'right',
            sorter: (a, b) => a.documents.length - b.documents.length,
            render: (_, { documents }) => <span className="figure">{documents.length}</span>,
          },
        ]}
      />
    </>
  );
}

/** 事项: what the documents give something for. */
export function MattersPage() {
  const texts = useLibraryTexts().matters;
  const query = useServer('/api/matters', mattersResponse);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>{(matters) => <Matters matters={matters} />}</ServerGate>
    </>
  );
}
