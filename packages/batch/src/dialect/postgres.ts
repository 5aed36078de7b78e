import type { Dialect } from '../sql/dialect.ts';
import { doubleQuoted, singleQuoted } from './quoting.ts';

const types = { truth: 'boolean', whole: 'bigint', date: 'date', text: 'text' } as const;

/** PostgreSQL and PGlite: bigint, and numeric without digits after the point where more is needed. */
export const postgres: Dialect = {
  name: 'postgres',
  identifier: doubleQuoted,
  text: singleQuoted,
  date: (value) => `DATE '${value.toString()}'`,
  truth: (value) => (value ? 'TRUE' : 'FALSE'),
  whole: (value, wide) => `${value < 0n ? `(${value})` : value}::${wide ? 'numeric' : 'bigint'}`,
  unknown: (type, wide) => `NULL::${wide ? 'numeric' : types[type]}`,
  unknownDecimal: 'NULL::numeric(18, 6)',
  widen: (sql) => `${sql}::numeric`,
  narrow: (sql) => `(${sql})::bigint`,
  millionths: (sql) => `(${sql} * 1000000)::bigint`,
  quotient: (a, b, wide) => (wide ? `div(${a}, ${b})` : `(${a} / ${b})`),
  bitOr: (items) => `(${items.join(' | ')})`,
  addMonths: (date, months) => `(${date} + make_interval(months => (${months})::int))::date`,
  addDays: (date, days) => `(${date} + (${days})::int)`,
  extreme: (which, a, b) => `${which}(${a}, ${b})`,
  sum: (sql) => `sum(${sql})`,
  bitOrOf: (sql) => `bit_or(${sql})`,
};
