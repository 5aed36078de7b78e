import type { Vocabulary } from '@luodi/language';
import {
  attributes,
  enterpriseId,
  enterpriseTable,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
  paymentTable,
} from '../../population/columns.ts';
import type { CompiledRule, PopulationTables } from '../../compile/index.ts';
import { columnsIn } from '../../sql/term.ts';
import type { Term } from '../../sql/term.ts';

function rootsOf({ judgement, items, itemSums, labels }: CompiledRule): readonly Term[] {
  const { status, amountKind, lowerFen, upperFen, missing } = judgement;
  return [
    status,
    amountKind,
    lowerFen,
    upperFen,
    missing,
    ...labels.map(({ term }) => term),
    ...(items?.columns ?? []).map(({ term }) => term),
    ...itemSums.map(({ term }) => term),
    ...(items === undefined ? [] : rootsOf(items.loose)),
  ];
}

/** Tables besides that of applicants whose rows rules read. */
export function sideTables(
  rules: readonly CompiledRule[],
  { entities }: Vocabulary,
): ReadonlySet<string> {
  const names = rules.flatMap(({ items, itemSums }) => [
    ...(items === undefined ? [] : [items.entity]),
    ...itemSums.map(({ entity }) => entity),
  ]);
  const ids = names.map((name) => entities.get(name)?.id ?? name);
  return new Set([
    ...ids,
    ...(rules.some(({ received }) => received.length > 0) ? [paymentTable] : []),
  ]);
}

/** The tables and columns that rules read, and no others: of items that none reads it is not even said whether they are listed. */
export function tablesRead(
  rules: readonly CompiledRule[],
  population: PopulationTables,
  vocabulary: Vocabulary,
): PopulationTables {
  const sides = sideTables(rules, vocabulary);
  const unread = new Set(
    [...population.keys()].filter((table) => !sides.has(table)).map(listedColumn),
  );
  return new Map(
    [...neededColumns(rules, population)].flatMap(
      ([table, names]): [string, ReadonlySet<string>][] => {
        if (table === enterpriseTable)
          return [[table, new Set([...names].filter((name) => !unread.has(name)))]];
        return sides.has(table) ? [[table, names]] : [];
      },
    ),
  );
}

/** The columns that rules read, by table, of those that the population has: nothing else is loaded. */
export function neededColumns(
  rules: readonly CompiledRule[],
  population: PopulationTables,
): PopulationTables {
  const needed = new Map<string, Set<string>>();
  for (const table of population.keys()) needed.set(table, new Set([enterpriseId, itemNumber]));
  const enterprise = needed.get(enterpriseTable);
  for (const table of population.keys()) enterprise?.add(listedColumn(table));
  for (const attribute of attributes) enterprise?.add(attribute);
  for (const columns of needed.values()) columns.add(paymentsComplete);
  for (const column of Object.values(paymentColumns)) needed.get(paymentTable)?.add(column);
  for (const rule of rules)
    for (const { table, name } of columnsIn(rootsOf(rule))) needed.get(table)?.add(name);
  return new Map(
    [...needed].map(([table, names]) => {
      const has = population.get(table) ?? new Set();
      return [table, new Set([...names].filter((name) => has.has(name)))];
    }),
  );
}
