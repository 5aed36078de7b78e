import type { Vocabulary } from '@luodi/language';
import type { ColumnKind } from '../columns.ts';
import {
  enterpriseId,
  enterpriseTable,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
  paymentTable,
} from '../columns.ts';

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** The columns that every table of items has. */
const itemKeys: ReadonlyMap<string, ColumnKind> = new Map([
  [enterpriseId, 'text'],
  [itemNumber, 'whole'],
]);

const paymentKeys: ReadonlyMap<string, ColumnKind> = new Map([
  [enterpriseId, 'text'],
  [paymentColumns.entity, 'text'],
  [paymentColumns.item, 'whole'],
  [paymentColumns.about, 'text'],
  [paymentColumns.matter, 'text'],
  [paymentColumns.paidOn, 'date'],
  [paymentColumns.fen, 'whole'],
]);

/**
 * Tables that a population does not have although it speaks of them, with their key columns: it says of enterprises that all their items
 * are listed, or that all payments are there. Nothing stands in them: whoever lists items has none, whoever has all payments received none.
 */
export function tablesSpokenOf(
  tables: Columns,
  { entities }: Vocabulary,
): ReadonlyMap<string, ReadonlyMap<string, ColumnKind>> {
  const spokenOf = new Map<string, ReadonlyMap<string, ColumnKind>>();
  const enterprise = tables.get(enterpriseTable);
  for (const { id, belongsTo } of entities.values())
    if (belongsTo !== undefined && !tables.has(id) && enterprise?.has(listedColumn(id)) === true)
      spokenOf.set(id, itemKeys);
  const complete = [...tables.values()].some((columns) => columns.has(paymentsComplete));
  if (complete && !tables.has(paymentTable)) spokenOf.set(paymentTable, paymentKeys);
  return spokenOf;
}
