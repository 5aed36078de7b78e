import type { PlainDate } from '@luodi/kernel';
import type { ColumnKind } from '../population/columns.ts';
import type { Call, TermType } from './term.ts';

/** A part of an expression, and whether it may be null. */
export interface Operand {
  readonly sql: string;
  readonly nullable: boolean;
}

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
  /** A whole number beside something that says the type. */
  plain(value: bigint): string;
  /** Null of a type. */
  unknown(type: TermType, wide: boolean): string;
  /** The type of a table's column; all may be null. */
  columnType(kind: ColumnKind): string;
  /** From 64 to 128 bits. */
  widen(sql: string): string;
  /** From 128 to 64 bits, where it is known to fit. */
  narrow(sql: string): string;
  /** Of a column with six decimal digits: its millionths. */
  millionths(sql: string): string;
  /** Quotient rounded down; the divisor is above zero and not null, `negative`: the dividend may be below zero. */
  floorQuotient(
    a: string,
    b: string,
    kind: { readonly wide: boolean; readonly negative: boolean },
  ): string;
  /** Kleene's, of two operands or more. */
  and(items: readonly Operand[]): string;
  or(items: readonly Operand[]): string;
  /** Null if the value is. */
  oneOf(value: Operand, options: readonly string[]): string;
  bitOr(items: readonly string[]): string;
  addMonths(date: string, months: string): string;
  addDays(date: string, days: string): string;
  /** Least or greatest of two that are not null. */
  extreme(which: 'least' | 'greatest', a: string, b: string, wide: boolean): string;
  /** Aggregates over rows: of whole numbers whose sum needs 64 or 128 bits, of bits. Null and no row are not counted. */
  sum(sql: string, wide: boolean): string;
  bitOrOf(sql: string): string;
  /** Joins that keep every pair of rows. */
  readonly leftJoin: string;
  readonly innerJoin: string;
  /** What ends a step so that its columns are computed once, not copied into each of their uses. */
  readonly stepEnd: string;
  /** Whether each step lists the columns that later steps read, because `*` would cost. */
  readonly listsColumns: boolean;
  /** Whether an operation is written with an operand several times, so that the operand had better have a name. */
  repeats(call: Call): boolean;
}
