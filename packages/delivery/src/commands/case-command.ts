import type { Transaction } from 'kysely';
import { z } from 'zod';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import type { Step } from '../domain/route.ts';
import { takeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import type { CaseFault } from './case-fault.ts';

const outcomeSchema = z.strictObject({ case: z.string(), state: z.string(), step: z.number() });

/** Where the case stands after the command. */
export type CaseOutcome = z.infer<typeof outcomeSchema>;

/** A change of one case. */
export interface CaseCommand {
  /** Also the action in the journal. */
  readonly name: string;
  readonly case: string;
  /** Everything else that the command depends on, as plain JSON data; kept in the journal. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

type Change = (
  transaction: Transaction<Schema>,
  hand: CaseInHand,
) => Promise<Result<unknown, CaseFault>>;

/** Takes a case in hand, changes it, and writes the journal: all or nothing. */
export async function changeInHand(
  { queries }: DeliveryContext,
  { key, actor, at }: Asked,
  { name, case: id, input, reason = '' }: CaseCommand,
  change: Change,
): Promise<Result<CaseOutcome, CaseFault>> {
  return runCommand<CaseOutcome, CaseFault>(
    queries,
    { key, name, actor, input: { case: id, ...input }, at },
    async (transaction) => {
      const hand = await takeCase(transaction, id);
      if (hand === undefined) return fail({ code: 'case_unknown' });
      const changed = await change(transaction, hand);
      if (!changed.ok) return changed;
      const after = (await takeCase(transaction, id)) ?? hand;
      const { state, step } = after.each;
      const detail = { ...input, from: hand.each.state, to: state, step };
      return ok({
        outcome: { case: id, state, step },
        entry: { action: name, subject: id, reason, detail },
      });
    },
    (data) => outcomeSchema.parse(data),
  );
}

/** The step that a case is at. */
export function stepOf({ each, programme }: CaseInHand): Step {
  const step = programme.route[each.step];
  if (step === undefined) throw new RangeError(`${each.id} is at no step of its route`);
  return step;
}

/** What is done in the wrong place. */
export function wrongState(hand: CaseInHand): Result<never, CaseFault> {
  return fail({ code: 'case_state', state: hand.each.state, step: stepOf(hand).kind });
}
