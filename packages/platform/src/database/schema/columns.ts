import type { ColumnType } from 'kysely';

/** 分, or another whole number of 64 bits. */
export type Whole = ColumnType<bigint, bigint, bigint>;
export type OptionalWhole = ColumnType<bigint | null, bigint | null | undefined, bigint | null>;
/** A whole number that the database counts up itself. */
export type Counted = ColumnType<bigint, never, never>;
/** An instant that never changes. */
export type Instant = ColumnType<Date, Date, never>;
export type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** Plain JSON data: written as text, read as data whose shape the reader checks. */
export type Json = ColumnType<unknown, string, string>;
export type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
/** A column with a value of its own where none is given. */
export type Defaulted<Type> = ColumnType<Type, Type | undefined, Type>;
export type Optional<Type> = ColumnType<Type | null, Type | null | undefined, Type | null>;
