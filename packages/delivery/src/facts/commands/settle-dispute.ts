import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Actor, CommandFault, Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { FactAsked, FactContext } from '../context.ts';
import { answersFor } from '../domain/fact-sources.ts';
import type { FactRules } from '../domain/held-facts.ts';
import { tellSettled } from './dispute-notices.ts';
import { findDispute, findRecord } from '../store/disputes.ts';
import type { DisputedRecord } from '../store/disputes.ts';
import { lockFacts } from '../store/fact-lock.ts';
import { recordValues, standingValues, withdrawRecords } from '../store/fact-records.ts';

export interface SettlementInput {
  readonly dispute: string;
  /** Whether the enterprise is right. */
  readonly upheld: boolean;
  readonly answer: string;
}

const outcomeSchema = z.object({ dispute: z.string(), upheld: z.boolean() });
export type SettledDispute = Readonly<z.infer<typeof outcomeSchema>>;

export type SettleDisputeFault =
  | CommandFault
  | { readonly code: 'unknown_dispute' }
  | { readonly code: 'settled_already' }
  /** The actor's office does not answer for this source. */
  | { readonly code: 'not_your_source'; readonly source: string };

function mayAnswer(record: DisputedRecord, { sources }: FactRules, actor: Actor): boolean {
  const source = sources.sources.get(record.source);
  return (
    actor.role === 'officer' &&
    source !== undefined &&
    answersFor(source, record.broughtFor, actor.organisation)
  );
}

/** The disputed value goes, and so does a later one of the same source where the enterprise's own takes its place. */
async function uphold(
  transaction: Transaction<Schema>,
  record: DisputedRecord,
  claimed: unknown,
  { actor, at, input }: FactAsked<SettlementInput>,
  asOf: string,
): Promise<void> {
  const because = `dispute:${input.dispute}`;
  const { enterprise, fact, year, source } = record;
  await withdrawRecords(transaction, [record.id], at, because);
  if (claimed === null) return;
  const standing = await standingValues(transaction, [enterprise], [fact]);
  const replaces = standing.filter((each) => each.source === source && each.year === year);
  await recordValues(
    transaction,
    [{ enterprise, fact, year, value: claimed, replaces, rivals: [] }],
    {
      source,
      asOf,
      at,
      broughtBy: actor.user,
      broughtFor: actor.organisation,
      factImport: undefined,
    },
    because,
  );
}

/**
 * An officer of the value's source settles a dispute. Upheld: the value is withdrawn and what the enterprise claims is recorded as the
 * source's own; else the value stands with the answer. Past decisions stay as they were made.
 */
export async function settleDispute(
  { queries, rules }: FactContext,
  asked: FactAsked<SettlementInput>,
): Promise<Result<SettledDispute, SettleDisputeFault>> {
  const { key, actor, at, input } = asked;
  const { dispute: id, upheld, answer } = input;
  return runCommand<SettledDispute, SettleDisputeFault>(
    queries,
    { key, actor, at, name: 'settle_dispute', input: { id, upheld, answer } },
    async (transaction) => {
      await lockFacts(transaction);
      const dispute = await findDispute(transaction, id);
      const record =
        dispute === undefined ? undefined : await findRecord(transaction, dispute.fact_record);
      if (dispute === undefined || record === undefined) return fail({ code: 'unknown_dispute' });
      if (!mayAnswer(record, rules, actor))
        return fail({ code: 'not_your_source', source: record.source });
      if (dispute.settled_at !== null) return fail({ code: 'settled_already' });
      await transaction
        .updateTable('fact_dispute')
        .set({ settled_at: at, settled_by: actor.user, upheld, answer })
        .where('id', '=', id)
        .execute();
      if (upheld) await uphold(transaction, record, dispute.claimed, asked, record.asOf);
      await tellSettled(transaction, record, upheld, rules.vocabulary, at);
      return ok({
        outcome: { dispute: id, upheld },
        entry: {
          action: 'settle_dispute',
          subject: record.enterprise,
          reason: answer,
          detail: { dispute: id, upheld, record: record.id.toString(), fact: record.fact },
        },
      });
    },
    (outcome) => outcomeSchema.parse(outcome),
  );
}
