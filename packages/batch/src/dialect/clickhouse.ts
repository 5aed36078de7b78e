import { addMonthsToDays, daysSince1970 } from './clickhouse-calendar.ts';
import type { Dialect, Operand } from '../sql/dialect.ts';
import { backtickQuoted, backslashQuoted } from './quoting.ts';

const types = {
  truth: 'UInt8',
  whole: 'Int64',
  decimal: 'Decimal(18, 6)',
  date: 'Int64',
  text: 'String',
} as const;

/** The largest number whose own type, at most UInt32, mixes with Int64. */
const largestPlain = 2n ** 31n;

function typed(value: bigint, wide: boolean): string {
  return wide ? `toDecimal128('${value}', 0)` : `toInt64(${value})`;
}

/**
 * AND or OR where an operand may be null. The versions do not agree on `NULL AND 0` and `NULL OR 0`, so each operand becomes 0 for no, 2 for
 * unknown, 3 for yes: the least is what all come to, the greatest what any comes to. Each operand is written once.
 */
function kleene(which: 'least' | 'greatest', items: readonly Operand[]): string {
  const codes = items.map(({ sql, nullable }) =>
    nullable ? `ifNull(${sql} * 3, 2)` : `${sql} * 3`,
  );
  const joined = codes.reduce((a, b) => `${which}(${a}, ${b})`);
  return `(nullIf(${joined}, 2) > 0)`;
}

function connective(word: 'AND' | 'OR', items: readonly Operand[]): string {
  if (items.some(({ nullable }) => nullable))
    return kleene(word === 'AND' ? 'least' : 'greatest', items);
  return `(${items.map(({ sql }) => sql).join(` ${word} `)})`;
}

/**
 * ClickHouse, one text for 18.16 and today's: Int64, and Decimal(38, 0) where more is needed; truths as UInt8, dates as Int64 in days since
 * 1970-01-01. Needs the settings of `clickhouseSettings`.
 */
export const clickhouse: Dialect = {
  name: 'clickhouse',
  identifier: backtickQuoted,
  text: backslashQuoted,
  date: (value) => typed(daysSince1970(value), false),
  truth: (value) => (value ? 'toUInt8(1)' : 'toUInt8(0)'),
  whole: typed,
  plain: (value) =>
    value > -largestPlain && value < largestPlain ? `${value}` : typed(value, false),
  unknown: (type, wide) =>
    wide ? 'CAST(NULL AS Nullable(Decimal(38, 0)))' : `CAST(NULL AS Nullable(${types[type]}))`,
  columnType: (kind) => `Nullable(${types[kind]})`,
  widen: (sql) => `toDecimal128(${sql}, 0)`,
  narrow: (sql) => `toInt64(${sql})`,
  millionths: (sql) => `toInt64(toDecimal128(${sql}, 6) * 1000000)`,
  floorQuotient(a, b, { wide, negative }) {
    const quotient = wide ? `(${a} / ${b})` : `intDiv(${a}, ${b})`;
    return negative ? `(${quotient} - (${a} < ${quotient} * ${b}))` : quotient;
  },
  and: (items) => connective('AND', items),
  or: (items) => connective('OR', items),
  oneOf({ sql, nullable }, options) {
    const isOne = `(${sql} IN (${options.join(', ')}))`;
    return nullable ? `CASE WHEN ${sql} IS NULL THEN NULL ELSE ${isOne} END` : isOne;
  },
  bitOr: (items) => items.reduce((a, b) => `bitOr(${a}, ${b})`),
  addMonths: addMonthsToDays,
  addDays: (date, days) => `(${date} + ${days})`,
  extreme: (which, a, b, wide) =>
    wide
      ? `CASE WHEN ${a} ${which === 'least' ? '<=' : '>='} ${b} THEN ${a} ELSE ${b} END`
      : `${which}(${a}, ${b})`,
  sum: (sql, wide) => (wide ? `sum(toDecimal128(${sql}, 0))` : `sum(${sql})`),
  bitOrOf: (sql) => `toInt64(groupBitOr(toUInt64(${sql})))`,
  leftJoin: 'ALL LEFT JOIN',
  innerJoin: 'ALL INNER JOIN',
  stepEnd: '',
  listsColumns: true,
  repeats: ({ operation }) =>
    operation === 'floor_divide' ||
    operation === 'least' ||
    operation === 'greatest' ||
    operation === 'add_months' ||
    operation === 'one_of',
};
