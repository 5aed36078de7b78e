import type { Dialect } from '../sql/dialect.ts';
import { doubleQuoted, singleQuoted } from './quoting.ts';
import { floorByTruncation, standardSql } from './standard-sql.ts';

const types = {
  truth: 'BOOLEAN',
  whole: 'BIGINT',
  decimal: 'DECIMAL(18, 6)',
  date: 'DATE',
  text: 'VARCHAR',
} as const;

/** DuckDB: BIGINT and HUGEINT, both checked for overflow. */
export const duckdb: Dialect = {
  ...standardSql,
  name: 'duckdb',
  identifier: doubleQuoted,
  text: singleQuoted,
  whole: (value, wide) => `${value}::${wide ? 'HUGEINT' : 'BIGINT'}`,
  unknown: (type, wide) => `NULL::${wide ? 'HUGEINT' : types[type]}`,
  columnType: (kind) => types[kind],
  widen: (sql) => `${sql}::HUGEINT`,
  narrow: (sql) => `(${sql})::BIGINT`,
  // In two parts that 64 bits hold: a product of 128 bits takes twenty times as long.
  millionths: (sql) =>
    `(trunc(${sql})::BIGINT * 1000000 + ((${sql} - trunc(${sql}))::DECIMAL(7, 6) * 1000000)::BIGINT)`,
  floorQuotient: (a, b, { negative }) =>
    floorByTruncation((over, under) => `(${over} // ${under})`, a, b, negative),
  addMonths: (date, months) => `(${date} + to_months((${months})::INTEGER))::DATE`,
  addDays: (date, days) => `(${date} + (${days})::INTEGER)`,
  sum: (sql, wide) => (wide ? `sum(${sql})` : `sum(${sql})::BIGINT`),
};
