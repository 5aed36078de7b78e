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
  /** A quotation with what rests on it, made findable. Made anew from the content at any time. */
  readonly search_passage: {
    readonly version: string;
    readonly place: number;
    readonly document: string;
    readonly status: string;
    readonly clause: string;
    readonly line_from: number;
    readonly line_to: number;
    readonly names: readonly string[];
    readonly shown: string;
    readonly words: string;
    readonly grams: string;
    readonly name_grams: string;
    readonly kinds: readonly string[];
    readonly departments: readonly string[];
    readonly matters: readonly string[];
    readonly valid_from: string;
    readonly valid_until: string | null;
    readonly upper_fen: string | null;
  };
}
