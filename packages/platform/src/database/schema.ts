import type { ColumnType, JSONColumnType } from 'kysely';

/** `bigint` comes as text from a server and as a number from the embedded database. */
type Sequence = ColumnType<string | number | bigint, string, never>;
type Instant = ColumnType<Date, Date, never>;

/** The tables, as `migrations.ts` makes them. */
export interface Schema {
  readonly migration: {
    readonly name: string;
    readonly applied_at: Instant;
  };
  readonly journal: {
    readonly sequence: Sequence;
    readonly at: Instant;
    readonly actor: string;
    readonly action: string;
    readonly subject: string;
    readonly reason: string;
    readonly detail: JSONColumnType<Readonly<Record<string, unknown>>>;
    readonly prev_hash: string;
    readonly hash: string;
  };
  readonly content_version: {
    readonly version: string;
    readonly loaded_at: Instant;
    readonly city: string;
    readonly files: JSONColumnType<Readonly<Record<string, string>>>;
  };
}
