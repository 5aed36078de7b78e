import type { Dialect } from '../sql/dialect.ts';
import { doubleQuoted, singleQuoted } from './quoting.ts';

const types = { truth: 'BOOLEAN', whole: 'BIGINT', date: 'DATE', text: 'VARCHAR' } as const;

/** DuckDB: BIGINT and HUGEINT, both checked for overflow. */
export const duckdb: Dialect = {
  name: 'duckdb',
  identifier: doubleQuoted,
  text: singleQuoted,
  date: (value) => `DATE '${value.toString()}'`,
  truth: (value) => (value ? 'TRUE' : 'FALSE'),
  whole: (value, wide) => `${value}::${wide ? 'HUGEINT' : 'BIGINT'}`,
  unknown: (type, wide) => `NULL::${wide ? 'HUGEINT' : types[type]}`,
  unknownDecimal: 'NULL::DECIMAL(18, 6)',
  widen: (sql) => `${sql}::HUGEINT`,
  narrow: (sql) => `(${sql})::BIGINT`,
  millionths: (sql) => `(${sql}::DECIMAL(24, 6) * 1000000)::BIGINT`,
  quotient: (a, b) => `(${a} // ${b})`,
  bitOr: (items) => `(${items.join(' | ')})`,
  addMonths: (date, months) => `(${date} + to_months((${months})::INTEGER))::DATE`,
  addDays: (date, days) => `(${date} + (${days})::INTEGER)`,
  extreme: (which, a, b) => `${which}(${a}, ${b})`,
  sum: (sql) => `sum(${sql})`,
  bitOrOf: (sql) => `bit_or(${sql})`,
};
