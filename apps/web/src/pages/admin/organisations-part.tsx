import { Checkbox, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { organisationsResponse } from '@luodi/server/contract';
import type { OrganisationJson } from '@luodi/server/contract';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './admin.module.css';
import { organisationTree } from './organisation-tree.ts';
import type { OrganisationNode } from './organisation-tree.ts';

function useColumns(all: readonly OrganisationJson[]): TableColumnsType<OrganisationNode> {
  const { organisations: texts } = useAdminTexts();
  const { language } = usePageState();
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return [
    {
      title: texts.columns.name,
      render: (_, { id, name, nameEn, formerNames, successors, validUntil }) => (
        <span data-organisation={id} className={styles.body}>
          <span lang="zh-CN">{name}</span>{' '}
          {language === 'en' && nameEn !== '' && <span className="quiet">{nameEn}</span>}{' '}
          {validUntil !== null && <StatusTag>{texts.ended}</StatusTag>}
          {formerNames.length > 0 && (
            <div className="quiet">{texts.formerly(formerNames.join(texts.separator))}</div>
          )}
          {successors.length > 0 && (
            <div className="quiet">
              {(validUntil === null ? texts.divided : texts.succeeded)(
                successors.map((each) => names.get(each.id) ?? each.id).join(texts.separator),
              )}
            </div>
          )}
        </span>
      ),
    },
    {
      title: texts.columns.kind,
      width: 110,
      responsive: ['md'],
      render: (_, { kind }) => texts.kinds[kind],
    },
    {
      title: texts.columns.validity,
      width: 210,
      responsive: ['md'],
      render: (_, { validFrom, validUntil }) =>
        validFrom === null && validUntil === null
          ? texts.always
          : [
              validFrom === null ? '' : texts.since(validFrom),
              validUntil === null ? '' : texts.until(validUntil),
            ]
              .filter((words) => words !== '')
              .join(texts.separator),
    },
    {
      title: texts.columns.accounts,
      width: 104,
      align: 'right',
      render: (_, { accounts }) => <span className="figure">{accounts}</span>,
    },
  ];
}

function Organisations({ all }: { readonly all: readonly OrganisationJson[] }) {
  const { organisations: texts } = useAdminTexts();
  const { filter } = useLibraryTexts();
  const [read, change] = usePageParameters();
  const columns = useColumns(all);
  const words = read('q').trim().toLowerCase();
  const changed = read('changed') === '1';
  const shown = all.filter(
    ({ id, name, nameEn, formerNames, successors, validUntil }) =>
      [id, name, nameEn, ...formerNames].some((text) => text.toLowerCase().includes(words)) &&
      (!changed || validUntil !== null || formerNames.length > 0 || successors.length > 0),
  );
  const isWhole = words === '' && !changed;
  return (
    <>
      <FilterBar count={filter.shown(shown.length, all.length)}>
        <FilterInput label={filter.words} value={read('q')} onChange={(q) => change({ q })} />
        <Checkbox
          checked={changed}
          onChange={({ target }) => change({ changed: target.checked ? '1' : '' })}
        >
          {texts.onlyEnded}
        </Checkbox>
      </FilterBar>
      <Table<OrganisationNode>
        // A tree is opened from its top, a list of what was found is flat.
        key={isWhole ? 'tree' : 'list'}
        rowKey="id"
        size="small"
        tableLayout="fixed"
        dataSource={isWhole ? organisationTree(all) : shown}
        columns={columns}
        pagination={
          isWhole ? false : { pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }
        }
        expandable={{ defaultExpandedRowKeys: ['province', 'city'] }}
      />
    </>
  );
}

/** The public bodies: city, districts, departments, with former names and what took their place. */
export function OrganisationsPart() {
  const { organisations: texts, parts } = useAdminTexts();
  const query = useHeld('/api/admin/organisations', organisationsResponse);
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">{parts.organisations}</h2>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>
        {({ organisations }) => <Organisations all={organisations} />}
      </ServerGate>
    </section>
  );
}
