import { randomUUID } from 'node:crypto';
import { readValue } from '@luodi/evaluation';
import type { FactFault } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import { runCommand } from '@luodi/platform';
import type { CommandFault } from '@luodi/platform';
import { z } from 'zod';
import type { FactAsked, FactContext } from '../context.ts';
import { storedValue } from '../domain/import/stored-value.ts';
import { tellDisputed } from './dispute-notices.ts';
import { findRecord, isDisputed } from '../store/disputes.ts';

export interface DisputeInput {
  readonly record: bigint;
  /** What the enterprise says is right, as a facts file writes it; `undefined`: only that the value is wrong. */
  readonly claimed: string | number | boolean | undefined;
  readonly words: string;
}

const outcomeSchema = z.object({ id: z.string() });

export type RaiseDisputeFault =
  | CommandFault
  /** There is no such value, or it is another enterprise's. */
  | { readonly code: 'unknown_record' }
  /** The value is no longer held. */
  | { readonly code: 'withdrawn_already' }
  | { readonly code: 'disputed_already' }
  /** What an enterprise said itself is changed by saying something else. */
  | { readonly code: 'own_statement' }
  | { readonly code: 'claim_unreadable'; readonly fault: FactFault }
  /** A list of items is not claimed as a value; words say what is wrong with it. */
  | { readonly code: 'claim_of_list' };

function readClaim(
  claimed: DisputeInput['claimed'],
  factId: string,
  vocabulary: Vocabulary,
): Result<unknown, RaiseDisputeFault> {
  if (claimed === undefined) return ok(undefined);
  const fact = vocabulary.factsById.get(factId);
  if (fact === undefined) return fail({ code: 'claim_of_list' });
  const read = readValue(claimed, fact, fact.name, vocabulary);
  return read.ok
    ? ok(storedValue(read.value, fact, String(claimed)))
    : fail({ code: 'claim_unreadable', fault: read.error });
}

/** An enterprise disputes a value that is held about it. Until it is settled the value is shown as disputed, and still counts. */
export async function raiseDispute(
  { queries, rules }: FactContext,
  { key, actor, at, input }: FactAsked<DisputeInput>,
): Promise<Result<{ readonly id: string }, RaiseDisputeFault>> {
  const { record, words, claimed = null } = input;
  const { vocabulary, sources } = rules;
  return runCommand<{ id: string }, RaiseDisputeFault>(
    queries,
    {
      key,
      actor,
      at,
      name: 'raise_dispute',
      input: { record: record.toString(), words, claimed },
    },
    async (transaction) => {
      const found = await findRecord(transaction, record);
      if (found === undefined || found.enterprise !== actor.organisation)
        return fail({ code: 'unknown_record' });
      if (found.withdrawn) return fail({ code: 'withdrawn_already' });
      if (sources.sources.get(found.source)?.selfReported === true)
        return fail({ code: 'own_statement' });
      if (await isDisputed(transaction, record)) return fail({ code: 'disputed_already' });
      const claim = readClaim(input.claimed, found.fact, vocabulary);
      if (!claim.ok) return claim;
      const id = randomUUID();
      await transaction
        .insertInto('fact_dispute')
        .values({
          id,
          fact_record: record,
          enterprise: found.enterprise,
          claimed: claim.value === undefined ? null : JSON.stringify(claim.value),
          words,
          at,
          brought_by: actor.user,
        })
        .execute();
      await tellDisputed(transaction, found, vocabulary, at);
      return ok({
        outcome: { id },
        entry: {
          action: 'raise_dispute',
          subject: found.enterprise,
          reason: words,
          detail: { dispute: id, record: record.toString(), fact: found.fact },
        },
      });
    },
    (outcome) => outcomeSchema.parse(outcome),
  );
}
