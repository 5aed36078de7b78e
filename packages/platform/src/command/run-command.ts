import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { isStorageFull } from '../database/database-away.ts';
import type { Schema } from '../database/schema.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { appendEntries } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { actAs } from './actor.ts';
import type { Actor } from './actor.ts';

/** What is asked for: by whom, when, under which key. */
export interface CommandRequest {
  /** Chosen by who asks; the same key again is the same request again. */
  readonly key: string;
  readonly name: string;
  readonly actor: Actor;
  /** Everything that the command depends on, as plain JSON data. */
  readonly input: unknown;
  readonly at: Date;
}

/** What a command did: its answer (plain JSON data) and its entry in the journal, with one for each of many that it moved together. */
export interface Done<Outcome> {
  readonly outcome: Outcome;
  readonly entry: Omit<JournalEntry, 'at' | 'actor'>;
  readonly others?: readonly Omit<JournalEntry, 'at' | 'actor'>[];
}

export type CommandFault =
  /** The key was used for another request. */
  | { readonly code: 'key_reused' }
  /** Others changed the same things at the same time, again and again. */
  | { readonly code: 'busy' }
  /** The disk is full, or another limit of the database is reached. Nothing was changed. */
  | { readonly code: 'storage_full' };

type Work<Outcome, Fault> = (
  transaction: Transaction<Schema>,
) => Promise<Result<Done<Outcome>, Fault>>;

/** Thrown to leave a transaction without its changes; never leaves this module. */
class Refused<Fault> extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super('refused');
    this.fault = fault;
  }
}

const mostAttempts = 5;
/** SQLSTATE: serialization failure, deadlock, lock not available. */
const passing = new Set(['40001', '40P01', '55P03']);

function stateOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** A key is one person's: the same key from another is another command. */
function keyOf({ key, actor }: CommandRequest): string {
  return `${actor.user} ${key}`;
}

function hashOf({ name, actor, input }: CommandRequest): string {
  const { user, organisation, role } = actor;
  return createHash('sha256')
    .update(canonicalJson([name, user, organisation, role, input]))
    .digest('hex');
}

async function attempt<Outcome, Fault>(
  database: Kysely<Schema>,
  request: CommandRequest,
  work: Work<Outcome, Fault>,
  parse: (outcome: unknown) => Outcome,
): Promise<Result<Outcome, Fault | CommandFault>> {
  const key = keyOf(request);
  const requestHash = hashOf(request);
  const { actor, name, at } = request;
  return database.transaction().execute(async (transaction) => {
    await actAs(transaction, actor);
    // Holds the key: the same request sent twice at once waits here for the first, then finds its outcome.
    const claimed = await transaction
      .insertInto('command')
      .values({ key, actor: actor.user, name, request_hash: requestHash, outcome: 'null', at })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (claimed === undefined) {
      const earlier = await transaction
        .selectFrom('command')
        .select(['request_hash', 'outcome'])
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return earlier.request_hash === requestHash
        ? ok(parse(earlier.outcome))
        : fail({ code: 'key_reused' } as const);
    }
    const done = await work(transaction);
    if (!done.ok) throw new Refused(done.error);
    const { outcome, entry, others = [] } = done.value;
    await transaction
      .updateTable('command')
      .set({ outcome: JSON.stringify(outcome) })
      .where('key', '=', key)
      .execute();
    const told = [entry, ...others].map((each) => ({ ...each, at, actor: actor.user }));
    await appendEntries(transaction, told);
    return ok(outcome);
  });
}

/**
 * Carries out a change: all of it with its entry in the journal in one transaction, or nothing. Asked again under the same
 * key, it answers as it did the first time and changes nothing.
 *
 * @param work Does the change and says what it did, or refuses with a fault of its own; it may be called several times.
 * @param parse Reads an earlier outcome back from its JSON.
 */
export async function runCommand<Outcome, Fault>(
  database: Kysely<Schema>,
  request: CommandRequest,
  work: Work<Outcome, Fault>,
  parse: (outcome: unknown) => Outcome,
): Promise<Result<Outcome, Fault | CommandFault>> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt(database, request, work, parse);
    } catch (error) {
      if (error instanceof Refused) return fail(error.fault);
      const state = stateOf(error);
      if (isStorageFull(error)) return fail({ code: 'storage_full' });
      if (!passing.has(state)) throw error;
      if (attempts >= mostAttempts) return fail({ code: 'busy' });
    }
  }
}

/** Reads behind the second wall: only what the actor may see is there. */
export async function readAs<Answer>(
  database: Kysely<Schema>,
  actor: Actor,
  read: (transaction: Transaction<Schema>) => Promise<Answer>,
): Promise<Answer> {
  return database.transaction().execute(async (transaction) => {
    await actAs(transaction, actor);
    return read(transaction);
  });
}
