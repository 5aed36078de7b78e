import type { PlainDate } from '@luodi/kernel';
import type { TermType } from './term.ts';

/** How a database writes what databases write differently. All functions take and give SQL text. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres' | 'clickhouse';
  /** A name of a table or column. */
  identifier(name: string): string;
  text(value: string): string;
  date(value: PlainDate): string;
  truth(value: boolean): string;
  /** A whole number of 64 or of 128 bits whose type is plain to the database. */
  whole(value: bigint, wide: boolean): string;
  /** Null of a type. */
  unknown(type: TermType, wide: boolean): string;
  /** Null of a column with six decimal digits. */
  readonly unknownDecimal: string;
  /** From 64 to 128 bits. */
  widen(sql: string): string;
  /** From 128 to 64 bits, where it is known to fit. */
  narrow(sql: string): string;
  /** Of a column with six decimal digits: its millionths. */
  millionths(sql: string): string;
  /** Quotient without its fraction, of numbers that are not negative. */
  quotient(a: string, b: string, wide: boolean): string;
  bitOr(items: readonly string[]): string;
  addMonths(date: string, months: string): string;
  addDays(date: string, days: string): string;
  /** Least or greatest of two that are not null. */
  extreme(which: 'least' | 'greatest', a: string, b: string): string;
  /** Aggregates over rows: of whole numbers, of truths, of bits. Null and no row are not counted. */
  sum(sql: string): string;
  bitOrOf(sql: string): string;
}
