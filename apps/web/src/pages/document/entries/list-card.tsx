import type { ReactNode } from 'react';
import type { Content, ListItem, PolicyList } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './entries.module.css';
import { Chinese, ChineseList, EntryCard, EntryName, Fields, wordsField } from './entry.tsx';
import { MeasureNames } from './measure-names.tsx';

interface Column {
  readonly label: string;
  /** Whether the item has anything here: a column that no item fills is not shown. */
  readonly has: (item: ListItem) => boolean;
  readonly show: (item: ListItem) => ReactNode;
}

function useColumns(content: Content): readonly Column[] {
  const { entries } = useTexts();
  return [
    {
      label: entries.number,
      has: ({ number }) => number !== '',
      show: ({ number }) => <Chinese>{number}</Chinese>,
    },
    { label: entries.item, has: () => true, show: (item) => <EntryName {...item} /> },
    {
      label: entries.category,
      has: ({ categories }) => categories.length > 0,
      show: ({ categories }) => <Chinese>{categories.join(' › ')}</Chinese>,
    },
    {
      label: entries.content,
      has: ({ words }) => words !== undefined,
      show: ({ words }) => <Chinese>{words}</Chinese>,
    },
    {
      label: entries.conditions,
      has: ({ conditions }) => conditions.length > 0,
      show: ({ conditions }) => <ChineseList texts={conditions.map(({ text }) => text)} />,
    },
    {
      label: entries.measures,
      has: ({ measures }) => measures.length > 0,
      show: ({ measures }) => <MeasureNames ids={measures} content={content} />,
    },
  ];
}

/** A list as a table with the columns that its items fill. */
export function ListCard({
  list,
  content,
}: {
  readonly list: PolicyList;
  readonly content: Content;
}) {
  const { entries } = useTexts();
  const columns = useColumns(content).filter((column) => list.items.some(column.has));
  return (
    <EntryCard entry={list} kind={entries.lists[list.listKind]}>
      <Fields
        fields={wordsField(entries.subject, list.subject === '企业' ? undefined : list.subject)}
      />
      {/* A wide table scrolls by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.table} tabIndex={0} aria-label={list.name}>
        <table>
          <thead>
            <tr>
              {columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.items.map((item) => (
              <tr key={item.span.start.offset}>
                {columns.map((column) => (
                  <td key={column.label}>{column.has(item) && column.show(item)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </EntryCard>
  );
}
