import type { Dialect } from '../sql/dialect.ts';
import { backtickQuoted, backslashQuoted } from './quoting.ts';

const types = { truth: 'UInt8', whole: 'Int64', date: 'Date', text: 'String' } as const;

/** ClickHouse from 18.16: Int64, and Decimal(38, 0) where more is needed. Needs `join_use_nulls = 1`. */
export const clickhouse: Dialect = {
  name: 'clickhouse',
  identifier: backtickQuoted,
  text: backslashQuoted,
  date: (value) => `toDate('${value.toString()}')`,
  truth: (value) => (value ? 'toUInt8(1)' : 'toUInt8(0)'),
  whole: (value, wide) => (wide ? `toDecimal128('${value}', 0)` : `toInt64(${value})`),
  unknown: (type, wide) =>
    wide ? "CAST(NULL AS Nullable(Decimal(38, 0)))" : `CAST(NULL AS Nullable(${types[type]}))`,
  unknownDecimal: 'CAST(NULL AS Nullable(Decimal(18, 6)))',
  widen: (sql) => `toDecimal128(${sql}, 0)`,
  narrow: (sql) => `toInt64(${sql})`,
  millionths: (sql) => `toInt64(${sql} * 1000000)`,
  quotient: (a, b) => `intDiv(${a}, ${b})`,
  bitOr: (items) => items.reduce((a, b) => `bitOr(${a}, ${b})`),
  addMonths: (date, months) => `addMonths(${date}, ${months})`,
  addDays: (date, days) => `addDays(${date}, ${days})`,
  extreme: (which, a, b) => `if(${a} ${which === 'least' ? '<=' : '>='} ${b}, ${a}, ${b})`,
  sum: (sql) => `sum(${sql})`,
  bitOrOf: (sql) => `groupBitOr(${sql})`,
};
