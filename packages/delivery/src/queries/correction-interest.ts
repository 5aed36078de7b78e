import type { Kysely } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import type { CorrectionFault } from '../commands/correction-fault.ts';
import { recoveryParts } from '../store/recovery-parts.ts';
import { interestOn } from '../money/domain/interest.ts';
import type { StatedInterest } from '../money/domain/interest.ts';
import { findDecision } from '../store/decisions.ts';

/** What a decision is to be asked back of, and how much: 分. */
export interface AskedBack {
  readonly decision: string;
  readonly fen: bigint;
}

/** The interest that would arise on it, in 分, as it will be booked: rounded for each payment that is asked back. */
export interface InterestArising extends AskedBack {
  readonly interest: bigint;
}

/** What interest recoveries by correction would bear, before anything is done; in the order in which it is asked. */
export async function correctionInterest(
  queries: Kysely<Schema>,
  actor: Actor,
  asked: {
    readonly programme: string;
    readonly decisions: readonly AskedBack[];
    readonly interest: StatedInterest;
  },
): Promise<Result<readonly InterestArising[], CorrectionFault>> {
  return readAs(queries, actor, async (transaction) => {
    const arising: InterestArising[] = [];
    for (const { decision, fen } of asked.decisions) {
      const record = await findDecision(transaction, decision);
      if (record?.programme !== asked.programme) return fail({ code: 'decision_unknown' });
      const { parts, lacking } = await recoveryParts(transaction, record.case, fen);
      if (lacking > 0n) return fail({ code: 'more_than_paid', recoverable: fen - lacking });
      const interest = parts.reduce((sum, part) => sum + interestOn(part.fen, asked.interest), 0n);
      arising.push({ decision, fen, interest });
    }
    return ok(arising);
  });
}
