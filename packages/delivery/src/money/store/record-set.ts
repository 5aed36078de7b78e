import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** The types that columns of a record set have here. */
type ColumnType = 'text' | 'integer' | 'bigint' | 'date';

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/**
 * Rows of a program as rows of a query: one parameter however many they are. Write it after `from`, with a name:
 * `from ${recordSet(rows, {…})} as r`.
 */
export function recordSet<Column extends string>(
  rows: readonly Readonly<Record<Column, unknown>>[],
  columns: Readonly<Record<Column, ColumnType>>,
): RawBuilder<unknown> {
  const names = Object.entries<ColumnType>(columns).map(
    ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
  );
  return sql`(select * from json_to_recordset(${JSON.stringify(rows, plain)}::json) as x(${sql.join(names)}))`;
}
