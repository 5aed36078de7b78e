import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useLibraryTexts } from '../i18n/use-library-texts.ts';
import { usePageParameters } from '../state/page-parameters.ts';
import { FilterBar } from './filter-bar.tsx';
import { FilterInput } from './filter-input.tsx';

/** A column of numbers, to be sorted by. `from`: the least screen that has room for it. */
export function countColumn<T>(
  title: string,
  of: (entry: T) => number,
  { width = 104, from }: { readonly width?: number; readonly from?: 'md' | 'lg' } = {},
): TableColumnsType<T>[number] {
  return {
    title,
    width,
    align: 'right',
    ...(from === undefined ? {} : { responsive: [from] }),
    sorter: (a, b) => of(a) - of(b),
    render: (_, entry) => <span className="figure">{of(entry)}</span>,
  };
}

/** A table under a filter by words (`q` in the address), with how much the filter leaves. */
export function FilteredTable<T extends object>({
  rowKey,
  all,
  fits,
  columns,
  pageSize,
  filters,
}: {
  readonly rowKey: keyof T;
  readonly all: readonly T[];
  /** Whether an entry has the words asked for; no words ask for nothing. */
  readonly fits: (entry: T, words: string) => boolean;
  readonly columns: TableColumnsType<T>;
  /** Left out: all on one page. */
  readonly pageSize?: number;
  /** Stand beside the filter by words. */
  readonly filters?: ReactNode;
}) {
  const texts = useLibraryTexts();
  const [read, change] = usePageParameters();
  const words = read('q').trim();
  const shown = all.filter((entry) => fits(entry, words));
  return (
    <>
      <FilterBar count={texts.filter.shown(shown.length, all.length)}>
        <FilterInput label={texts.filter.words} value={read('q')} onChange={(q) => change({ q })} />
        {filters}
      </FilterBar>
      <Table
        rowKey={rowKey}
        dataSource={shown}
        size="small"
        tableLayout="fixed"
        showSorterTooltip={false}
        locale={{ emptyText: texts.loading.nothing }}
        pagination={
          pageSize === undefined
            ? false
            : { pageSize, showSizeChanger: false, hideOnSinglePage: true }
        }
        columns={columns}
      />
    </>
  );
}
