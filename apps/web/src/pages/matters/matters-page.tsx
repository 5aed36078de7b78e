import { Switch } from 'antd';
import { Link } from 'react-router';
import { mattersResponse } from '@luodi/server/contract';
import type { MattersResponse } from '@luodi/server/contract';
import { FilteredTable, countColumn } from '../../components/filtered-table.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

type Entry = MattersResponse[number];

function Matters({ matters }: { matters: MattersResponse }) {
  const texts = useLibraryTexts().matters;
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [read, change] = usePageParameters();
  const several = read('several') === '1';
  return (
    <FilteredTable<Entry>
      rowKey="name"
      all={matters}
      fits={({ name, nameEn, documents }, words) =>
        `${name} ${nameEn}`.toLowerCase().includes(words.toLowerCase()) &&
        (!several || documents.length > 1)
      }
      filters={
        <label>
          <Switch
            size="small"
            checked={several}
            onChange={(on) => change({ several: on ? '1' : '' })}
          />{' '}
          {texts.several}
        </label>
      }
      pageSize={50}
      columns={[
        {
          title: texts.one,
          sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
          render: (_, { name, nameEn }) => (
            <Link to={`/matters/${encodeURIComponent(name)}${kept}`}>
              {language === 'zh' ? name : nameEn}
            </Link>
          ),
        },
        countColumn<Entry>(texts.measures, ({ measures }) => measures, { width: 110 }),
        countColumn<Entry>(texts.documents, ({ documents }) => documents.length, { width: 120 }),
      ]}
    />
  );
}

/** 事项: what the documents give something for. */
export function MattersPage() {
  const texts = useLibraryTexts().matters;
  return (
    <ListPage texts={texts} path="/api/matters" schema={mattersResponse}>
      {(matters) => <Matters matters={matters} />}
    </ListPage>
  );
}
