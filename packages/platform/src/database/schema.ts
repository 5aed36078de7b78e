import type { JSONColumnType } from 'kysely';
import type { Instant, Whole } from './schema/columns.ts';
import type { DeliverySchema } from './schema/delivery.ts';
import type { FactsSchema } from './schema/facts.ts';
import type { IdentitySchema } from './schema/identity.ts';
import type { MoneySchema } from './schema/money.ts';

/** The tables, as `migrations.ts` makes them. */
export interface Schema extends IdentitySchema, FactsSchema, DeliverySchema, MoneySchema {
  readonly migration: {
    readonly name: string;
    readonly applied_at: Instant;
  };
  readonly journal: {
    readonly sequence: Whole;
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
