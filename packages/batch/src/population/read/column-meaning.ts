import type { Fact, Vocabulary } from '@luodi/language';
import {
  aspectColumn,
  attributes,
  columnKind,
  enterpriseId,
  enterpriseTable,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
  paymentTable,
} from '../columns.ts';
import type { ColumnKind, StatedAspect } from '../columns.ts';

/** What a column of a population means. */
export interface ColumnMeaning {
  readonly kind: ColumnKind;
  /** The fact that it is a figure of. */
  readonly fact: Fact | undefined;
  /** Of an annual figure, its year or what is stated over years. */
  readonly year: number | undefined;
  readonly aspect: StatedAspect | undefined;
}

/** What all columns of one table may be, by name; figures of a year are found by their ending. */
export interface TableMeaning {
  of(column: string): ColumnMeaning | undefined;
}

function plain(kind: ColumnKind): ColumnMeaning {
  return { kind, fact: undefined, year: undefined, aspect: undefined };
}

const payment: ReadonlyMap<string, ColumnMeaning> = new Map([
  [enterpriseId, plain('text')],
  [paymentColumns.entity, plain('text')],
  [paymentColumns.item, plain('whole')],
  [paymentColumns.about, plain('text')],
  [paymentColumns.matter, plain('text')],
  [paymentColumns.paidOn, plain('date')],
  [paymentColumns.fen, plain('whole')],
]);

const aspects = ['past_highest', 'three_year_total', 'three_year_mean'] as const;

function leadingColumns(table: string, vocabulary: Vocabulary): [string, ColumnMeaning][] {
  const own: [string, ColumnMeaning][] = [
    [enterpriseId, plain('text')],
    [paymentsComplete, plain('truth')],
  ];
  if (table !== enterpriseTable) return [...own, [itemNumber, plain('whole')]];
  const listed = [...vocabulary.entities.values()].filter(
    ({ belongsTo }) => belongsTo !== undefined,
  );
  return [
    ...own,
    ...attributes.map((name): [string, ColumnMeaning] => [name, plain('text')]),
    ...listed.map(({ id }): [string, ColumnMeaning] => [listedColumn(id), plain('truth')]),
  ];
}

/** What the columns of a table mean: a fact with the id of an attribute goes before it; `undefined` where a population has no such table. */
export function tableMeaning(table: string, vocabulary: Vocabulary): TableMeaning | undefined {
  if (table === paymentTable) return { of: (column) => payment.get(column) };
  const entity = [...vocabulary.entities.values()].find(({ id, belongsTo }) =>
    table === enterpriseTable ? belongsTo === undefined : id === table && belongsTo !== undefined,
  );
  if (entity === undefined) return undefined;
  const columns = new Map(leadingColumns(table, vocabulary));
  const annual = new Map<string, Fact>();
  for (const fact of vocabulary.facts.values()) {
    if (fact.entity !== entity.name) continue;
    const meaning = { ...plain(columnKind(fact)), fact };
    if (!fact.annual) columns.set(fact.id, meaning);
    else {
      annual.set(fact.id, fact);
      for (const aspect of aspects) columns.set(aspectColumn(fact, aspect), { ...meaning, aspect });
    }
  }
  return {
    of(column) {
      const known = columns.get(column);
      if (known !== undefined) return known;
      const [, id = '', year = ''] = /^(.+)_(\d{4})$/.exec(column) ?? [];
      const fact = annual.get(id);
      return fact && { ...plain(columnKind(fact)), fact, year: Number(year) };
    },
  };
}

/** All tables that a population may have: enterprises, the items of each entity, payments. */
export function possibleTables(vocabulary: Vocabulary): readonly string[] {
  const items = [...vocabulary.entities.values()]
    .filter(({ belongsTo }) => belongsTo !== undefined)
    .map(({ id }) => id);
  return [enterpriseTable, ...items, paymentTable];
}
