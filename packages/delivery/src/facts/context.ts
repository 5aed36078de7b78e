import type { Actor, Schema } from '@luodi/platform';
import type { Kysely } from 'kysely';
import type { FactRules } from './domain/held-facts.ts';

/** What every command about facts works with. */
export interface FactContext {
  readonly queries: Kysely<Schema>;
  readonly rules: FactRules;
}

/** Who asks for a command, when, under which key (see `runCommand`). */
export interface FactAsked<Input> {
  readonly key: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly input: Input;
}
