import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import type { Content } from '@luodi/language';
import {
  enterpriseId,
  enterpriseTable,
  itemNumber,
  paymentColumns,
  paymentTable,
} from '../columns.ts';
import type { ColumnCheck } from './column-checks.ts';

/** A test of a table as a whole: `rows` are those that fail it. */
export interface TableCheck extends Omit<ColumnCheck, 'fails'> {
  readonly rows: string;
}

function missing(table: string, column: string): TableCheck {
  return {
    column,
    rows: `SELECT coalesce(${doubleQuoted(enterpriseId)}::VARCHAR, '') AS id FROM ${table} WHERE ${doubleQuoted(column)} IS NULL`,
    message: { zh: '是空的', en: 'is empty' },
    hint: { zh: '请填上', en: 'fill it in' },
  };
}

function repeated(table: string, columns: readonly string[]): TableCheck {
  const keys = columns.map(doubleQuoted).join(', ');
  const present = columns.map((column) => `${doubleQuoted(column)} IS NOT NULL`).join(' AND ');
  return {
    column: columns.at(-1) ?? enterpriseId,
    rows: `SELECT any_value(${doubleQuoted(enterpriseId)}::VARCHAR) AS id FROM ${table} WHERE ${present} GROUP BY ${keys} HAVING count(*) > 1`,
    message: { zh: '同一编号出现多次', en: 'the same number stands more than once' },
    hint: { zh: '一家企业（一项）只留一行', en: 'keep one row for each' },
  };
}

/**
 * Whether every item and payment belongs to an enterprise: `rows` has the `table` beside the id. All tables at once, so that the enterprises
 * are gone through once.
 */
export function orphanCheck(
  tables: readonly string[],
  named: (table: string) => string,
): TableCheck {
  const id = doubleQuoted(enterpriseId);
  const own = tables.map(
    (table) =>
      `SELECT ${singleQuoted(table)} AS "table", ${id}::VARCHAR AS id FROM ${named(table)} WHERE ${id} IS NOT NULL`,
  );
  const owners = `SELECT ${id}::VARCHAR AS id FROM ${named(enterpriseTable)}`;
  return {
    column: enterpriseId,
    rows: `SELECT "table", id FROM (${own.join(' UNION ALL ')}) AS own WHERE NOT EXISTS (SELECT 1 FROM (${owners}) AS owner WHERE owner.id = own.id)`,
    message: { zh: '企业表里没有这家企业', en: 'no such enterprise in the table of enterprises' },
    hint: { zh: '请补上企业，或删去这一行', en: 'add the enterprise or remove the row' },
  };
}

function unknownTopic(table: string, content: Content): TableCheck {
  const names = new Set([
    ...content.vocabulary.matters.keys(),
    ...[...content.measures.values()].flatMap(({ name, id }) => [name, id]),
  ]);
  const about = doubleQuoted(paymentColumns.about);
  return {
    column: paymentColumns.about,
    rows: `SELECT ${doubleQuoted(enterpriseId)}::VARCHAR AS id FROM ${table} WHERE ${about} NOT IN (${[...names].map(singleQuoted).join(', ')})`,
    message: { zh: '没有这样的措施或事项', en: 'there is no such measure or matter' },
    hint: { zh: '用 luodi check 查看全部措施', en: 'run luodi check for the list' },
  };
}

/** What must hold of a table among the others. `named` gives a table's full name. */
export function tableChecks(
  table: string,
  columns: ReadonlySet<string>,
  named: (table: string) => string,
  content: Content,
): readonly TableCheck[] {
  const name = named(table);
  if (table === enterpriseTable)
    return [missing(name, enterpriseId), repeated(name, [enterpriseId])];
  const own = [missing(name, enterpriseId)];
  if (table !== paymentTable)
    return [...own, missing(name, itemNumber), repeated(name, [enterpriseId, itemNumber])].filter(
      ({ column }) => columns.has(column),
    );
  const { about, matter, paidOn, fen } = paymentColumns;
  const filled = [about, matter, paidOn, fen].map((column) => missing(name, column));
  return [...own, ...filled, unknownTopic(name, content)].filter(({ column }) =>
    columns.has(column),
  );
}

/** Columns without which a table says nothing. */
export function neededColumns(table: string): readonly string[] {
  const { about, matter, paidOn, fen } = paymentColumns;
  if (table === enterpriseTable) return [enterpriseId];
  return table === paymentTable
    ? [enterpriseId, about, matter, paidOn, fen]
    : [enterpriseId, itemNumber];
}
