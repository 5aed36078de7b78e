import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Asked, DeliveryContext } from '../context.ts';
import { changeInHand, stepOf, wrongState } from './case-command.ts';
import type { CaseOutcome } from './case-command.ts';
import type { CaseFault } from './case-fault.ts';
import { passStep } from './progress.ts';

/** An enterprise agrees with what it was told and does not wait for the time to object to be over. */
export async function confirmNotice(
  context: DeliveryContext,
  asked: Asked,
  id: string,
): Promise<Result<CaseOutcome, CaseFault>> {
  const command = { name: 'case.confirm', case: id, input: {} };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    const { actor } = asked;
    if (actor.role !== 'enterprise' || hand.each.enterprise !== actor.organisation)
      return fail({ code: 'not_your_case' });
    if (hand.each.state !== 'open' || stepOf(hand).kind !== 'notice') return wrongState(hand);
    return passStep(transaction, context, hand, asked);
  });
}
