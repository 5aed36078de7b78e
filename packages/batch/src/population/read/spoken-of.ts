import type { Vocabulary } from '@luodi/language';
import {
  allPaymentColumns,
  enterpriseTable,
  itemColumns,
  listedColumn,
  paymentsComplete,
  paymentTable,
} from '../columns.ts';

/**
 * Tables that a population does not have although it speaks of them, with their key columns: it says of enterprises that all their items
 * are listed, or that all payments are there. Nothing stands in them: whoever lists items has none, whoever has all payments received none.
 */
export function tablesSpokenOf(
  tables: ReadonlyMap<string, ReadonlySet<string>>,
  { entities }: Vocabulary,
): ReadonlyMap<string, readonly string[]> {
  const spokenOf = new Map<string, readonly string[]>();
  const enterprise = tables.get(enterpriseTable);
  for (const { id, belongsTo } of entities.values())
    if (belongsTo !== undefined && !tables.has(id) && enterprise?.has(listedColumn(id)) === true)
      spokenOf.set(id, itemColumns);
  const complete = [...tables.values()].some((columns) => columns.has(paymentsComplete));
  if (complete && !tables.has(paymentTable)) spokenOf.set(paymentTable, allPaymentColumns);
  return spokenOf;
}
