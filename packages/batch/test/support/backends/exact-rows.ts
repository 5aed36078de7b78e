import type { ResultRow } from './backend.ts';

/** Rows of ClickHouse's JSONEachRow with numbers as text: a Decimal is written as a number that JavaScript would round. */
export function exactRows(lines: string): readonly ResultRow[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): ResultRow => JSON.parse(line.replaceAll(/:(-?\d+)(?=[,}])/g, ':"$1"')));
}
