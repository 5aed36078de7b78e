import type { Vocabulary } from '@luodi/language';
import {
  enterpriseTable,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
} from '../columns.ts';
import type { StatedAspect } from '../columns.ts';
import { tableMeaning } from './column-meaning.ts';
import { statedValue } from './stated-value.ts';

/** A row with every cell as text, as the database writes it; null is not known. */
export type TextRow = Readonly<Record<string, string | null>>;

/** Facts as an applicant states them, for `readFacts`. */
export type RawFacts = Readonly<Record<string, unknown>>;

const aspectWords: Readonly<Record<StatedAspect, string>> = {
  past_highest: '往年最高',
  three_year_total: '近三年合计',
  three_year_mean: '近三年均值',
};

/** The facts of one row by name; annual figures by year. */
function factsOf(row: TextRow, table: string, vocabulary: Vocabulary): Record<string, unknown> {
  const meaning = tableMeaning(table, vocabulary);
  const facts: Record<string, unknown> = {};
  const years = new Map<string, Record<string, unknown>>();
  for (const [column, cell] of Object.entries(row)) {
    const { fact, year, aspect } = meaning?.of(column) ?? {};
    if (fact === undefined || cell === null) continue;
    const stated = statedValue(cell, fact);
    if (aspect !== undefined) facts[`${aspectWords[aspect]}(${fact.name})`] = stated;
    else if (year === undefined) facts[fact.name] = stated;
    else years.set(fact.name, { ...years.get(fact.name), [year]: stated });
  }
  for (const [name, byYear] of years) facts[name] = byYear;
  return facts;
}

function historyOf(payments: readonly TextRow[]): readonly RawFacts[] {
  const { about, paidOn, fen } = paymentColumns;
  return payments.map((payment) => ({
    事项: payment[about],
    日期: payment[paidOn],
    金额: `${payment[fen]}分`,
  }));
}

function withHistory(row: TextRow, payments: readonly TextRow[]): RawFacts {
  return row[paymentsComplete] === 'true' ? { 历史: historyOf(payments) } : {};
}

/**
 * One enterprise of a population as the facts that it would state itself, so that its answers can be worked out one by one. `items` are the
 * rows of its items by table, `payments` its payments and those of its items. What is null is left out: not known.
 */
export function factSetOf(
  row: TextRow,
  items: ReadonlyMap<string, readonly TextRow[]>,
  payments: readonly TextRow[],
  vocabulary: Vocabulary,
): RawFacts {
  const { entity: ofEntity, item: ofItem } = paymentColumns;
  const own = payments.filter((payment) => (payment[ofEntity] ?? null) === null);
  const lists: Record<string, unknown> = {};
  for (const { name, id, belongsTo } of vocabulary.entities.values()) {
    if (belongsTo === undefined || row[listedColumn(id)] !== 'true') continue;
    const rows = [...(items.get(id) ?? [])].sort(
      (a, b) => Number(a[itemNumber]) - Number(b[itemNumber]),
    );
    lists[name] = rows.map((item) => ({
      ...factsOf(item, id, vocabulary),
      ...withHistory(
        item,
        payments.filter(
          (payment) => payment[ofEntity] === id && payment[ofItem] === item[itemNumber],
        ),
      ),
    }));
  }
  return { ...factsOf(row, enterpriseTable, vocabulary), ...lists, ...withHistory(row, own) };
}
