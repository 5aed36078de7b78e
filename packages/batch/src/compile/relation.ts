import type { Dialect } from '../sql/dialect.ts';
import { nested, selectList } from '../sql/print-select.ts';
import { isNarrow } from '../sql/ranges.ts';
import type { Term } from '../sql/term.ts';
import { mostItems } from './roll-up.ts';

/** What may stand after FROM, and the columns that it has. */
export interface Relation {
  readonly sql: string;
  readonly columns: readonly string[];
}

export function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** A SELECT of columns as written, without terms. */
export function plainSelect(columns: readonly string[], from: string, where = ''): string {
  const list = selectList(columns.map((sql) => ({ sql, comment: undefined })));
  return `SELECT\n${list}\nFROM ${from}${where === '' ? '' : `\nWHERE ${where}`}`;
}

/** A relation with the columns of a SELECT where that has a row of the same keys, else with nulls. */
export function joinLeft(
  relation: Relation,
  joined: { readonly select: string; readonly name: string; readonly columns: readonly string[] },
  keys: readonly string[],
  dialect: Dialect,
): Relation {
  const columns = [...relation.columns, ...joined.columns];
  const list = dialect.listsColumns ? columns.map((name) => dialect.identifier(name)) : ['*'];
  const using = keys.map((key) => dialect.identifier(key)).join(', ');
  const from = `${relation.sql}\n${dialect.leftJoin} ${nested(joined.select, joined.name)} USING (${using})`;
  return { sql: nested(plainSelect(list, from), `with_${joined.name}`), columns };
}

/** An aggregate over the rows of one applicant. */
export function combineSql(
  sql: string,
  name: string,
  columns: readonly {
    readonly column: string;
    readonly combine: 'sum' | 'bit_or';
    readonly term: Term;
  }[],
  dialect: Dialect,
): string {
  const column = columns.find((each) => each.column === name);
  if (column === undefined) return sql;
  if (column.combine === 'bit_or') return dialect.bitOrOf(sql);
  const { least, greatest } = column.term.range;
  return dialect.sum(sql, !isNarrow({ least: least * mostItems, greatest: greatest * mostItems }));
}
