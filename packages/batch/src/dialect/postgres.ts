import type { Dialect } from '../sql/dialect.ts';
import { doubleQuoted, singleQuoted } from './quoting.ts';
import { floorByTruncation, standardSql } from './standard-sql.ts';

const types = {
  truth: 'boolean',
  whole: 'bigint',
  decimal: 'numeric(18, 6)',
  date: 'date',
  text: 'text',
} as const;

/** PostgreSQL and PGlite: bigint, and numeric without digits after the point where more is needed. */
export const postgres: Dialect = {
  ...standardSql,
  name: 'postgres',
  identifier: doubleQuoted,
  text: singleQuoted,
  // Without it the planner merges the steps, and the text of a rule doubles with each.
  stepEnd: '\nOFFSET 0',
  whole: (value, wide) => `${value < 0n ? `(${value})` : value}::${wide ? 'numeric' : 'bigint'}`,
  unknown: (type, wide) => `NULL::${wide ? 'numeric' : types[type]}`,
  columnType: (kind) => types[kind],
  widen: (sql) => `${sql}::numeric`,
  narrow: (sql) => `(${sql})::bigint`,
  millionths: (sql) => `(${sql} * 1000000)::bigint`,
  floorQuotient: (a, b, { wide, negative }) =>
    floorByTruncation(
      (over, under) => (wide ? `div(${over}, ${under})` : `(${over} / ${under})`),
      a,
      b,
      negative,
    ),
  addMonths: (date, months) => `(${date} + make_interval(months => (${months})::int))::date`,
  addDays: (date, days) => `(${date} + (${days})::int)`,
  sum: (sql, wide) => (wide ? `sum(${sql})` : `sum(${sql})::bigint`),
};
