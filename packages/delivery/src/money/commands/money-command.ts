import type { Kysely } from 'kysely';
import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Actor, CommandFault, Done, Schema } from '@luodi/platform';
import type { z } from 'zod';
import { plainJson } from '../plain-json.ts';
import type { Ledger } from '../store/booking.ts';
import { mayHandleMoneyOf } from '../store/money-office.ts';

/** A command as it is asked for: under a key, by whom, when. */
export interface Asked<Input> {
  readonly key: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly input: Input;
}

export type MoneyCommandFault =
  | CommandFault
  /** The actor does not handle the money of this organisation. */
  | { readonly code: 'not_your_money'; readonly organisation: string };

/** How a command of the ledger is called, what it answers, and whose money it moves. */
interface Definition<Input, Outcome> {
  readonly name: string;
  readonly outcome: z.ZodType<Outcome>;
  readonly handles: (input: Input) => string;
  /** What tells one request from another under the same key, as plain JSON data; the whole input if left out. */
  readonly request?: (input: Input) => unknown;
  /** Who besides may give it for itself. */
  readonly alsoFor?: (input: Input) => string;
  /** Who gives it, where that is not finance officers alone. */
  readonly roles?: readonly Actor['role'][];
}

/**
 * A command that finance officers (and the machine) may give for the money of one organisation: done once, in one transaction
 * with its entry in the journal.
 */
export function moneyCommand<Input, Outcome, Fault>(
  definition: Definition<Input, Outcome>,
  work: (transaction: Ledger, asked: Asked<Input>) => Promise<Result<Done<Outcome>, Fault>>,
) {
  return async (
    database: Kysely<Schema>,
    asked: Asked<Input>,
  ): Promise<Result<Outcome, Fault | MoneyCommandFault>> => {
    const { key, actor, at, input } = asked;
    const { name, outcome, handles, request = plainJson, alsoFor, roles } = definition;
    return runCommand<Outcome, Fault | MoneyCommandFault>(
      database,
      { key, actor, at, name, input: request(input) },
      async (transaction) => {
        const organisation = handles(input);
        const own = alsoFor !== undefined && alsoFor(input) === actor.organisation;
        if (!own && !(await mayHandleMoneyOf(transaction, actor, organisation, roles)))
          return fail({ code: 'not_your_money', organisation });
        return work(transaction, asked);
      },
      (data) => outcome.parse(data),
    );
  };
}
