import type { Dialect, Operand } from '../sql/dialect.ts';

function joined(word: string, items: readonly Operand[]): string {
  return `(${items.map(({ sql }) => sql).join(` ${word} `)})`;
}

/** What DuckDB and PostgreSQL write alike, as the standard has it. */
export const standardSql = {
  truth: (value) => (value ? 'TRUE' : 'FALSE'),
  date: (value) => `DATE '${value.toString()}'`,
  plain: (value) => value.toString(),
  and: (items) => joined('AND', items),
  or: (items) => joined('OR', items),
  oneOf: ({ sql }, options) => `(${sql} IN (${options.join(', ')}))`,
  bitOr: (items) => `(${items.join(' | ')})`,
  extreme: (which, a, b) => `${which}(${a}, ${b})`,
  bitOrOf: (sql) => `bit_or(${sql})`,
  leftJoin: 'LEFT JOIN',
  innerJoin: 'INNER JOIN',
  stepEnd: '',
  listsColumns: false,
  repeats: ({ operation, operands: [a, b] }) =>
    (operation === 'floor_divide' && a !== undefined && a.range.least < 0n) ||
    ((operation === 'least' || operation === 'greatest') &&
      (a?.nullable === true || b?.nullable === true)),
} satisfies Partial<Dialect>;

/** Rounds down with a division that cuts the fraction off. */
export function floorByTruncation(
  divide: (a: string, b: string) => string,
  a: string,
  b: string,
  negative: boolean,
): string {
  if (!negative) return divide(a, b);
  return `CASE WHEN ${a} >= 0 THEN ${divide(a, b)} ELSE -${divide(`(${b} - 1 - ${a})`, b)} END`;
}
