import type { Kysely } from 'kysely';
import type { Evaluator } from '@luodi/evaluation';
import type { Actor, Schema } from '@luodi/platform';
import type { Calendar } from './domain/case-steps.ts';
import type { FactSources } from './facts/index.ts';

/** What every command of the delivery works with. */
export interface DeliveryContext {
  readonly queries: Kysely<Schema>;
  /**
   * The rules in a version that was archived. Rejects when there is none.
   *
   * @param through What to ask through: within a transaction that transaction, as a database may have no second connection to lend.
   */
  readonly rulesOf: (version: string, through: Kysely<Schema>) => Promise<Evaluator>;
  readonly sources: FactSources;
  readonly calendar: Calendar;
}

/** Who asks for a command, when, under which key (see `runCommand`). */
export interface Asked {
  readonly key: string;
  readonly actor: Actor;
  readonly at: Date;
}
