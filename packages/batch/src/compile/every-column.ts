import type { Vocabulary } from '@luodi/language';
import {
  allPaymentColumns,
  aspectColumn,
  enterpriseId,
  enterpriseTable,
  factColumn,
  itemColumns,
  listedColumn,
  paymentsComplete,
  paymentTable,
} from '../population/columns.ts';
import type { PopulationTables } from './query-columns.ts';

/** As many years before the date a rule may look back at. */
const yearsBack = 10;

const aspects = ['past_highest', 'three_year_total', 'three_year_mean'] as const;

/** The tables of a population in which every fact of the vocabulary is stated, annual ones of the last ten years. */
export function everyColumn(vocabulary: Vocabulary, year: number): PopulationTables {
  const entities = [...vocabulary.entities.values()];
  const parts = entities.filter(({ belongsTo }) => belongsTo !== undefined);
  const tables = new Map<string, Set<string>>([
    [
      enterpriseTable,
      new Set([enterpriseId, paymentsComplete, ...parts.map(({ id }) => listedColumn(id))]),
    ],
    [paymentTable, new Set(allPaymentColumns)],
    ...parts.map(({ id }): [string, Set<string>] => [
      id,
      new Set([...itemColumns, paymentsComplete]),
    ]),
  ]);
  const tableOf = new Map(
    entities.map(({ name, id, belongsTo }) => [
      name,
      belongsTo === undefined ? enterpriseTable : id,
    ]),
  );
  const years = Array.from({ length: yearsBack + 1 }, (_, index) => year - index);
  for (const fact of vocabulary.facts.values()) {
    const table = tables.get(tableOf.get(fact.entity) ?? enterpriseTable);
    if (!fact.annual) table?.add(fact.id);
    else
      for (const column of [
        ...years.map((each) => factColumn(fact, each)),
        ...aspects.map((aspect) => aspectColumn(fact, aspect)),
      ])
        table?.add(column);
  }
  return tables;
}
