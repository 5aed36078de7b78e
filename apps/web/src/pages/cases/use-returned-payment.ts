import type { CaseSummary } from '@luodi/server/contract';
import { caseMoneyResponse } from '@luodi/server/contract';
import { useHeld } from '../../session/use-held.ts';
import { caseAddress } from './case-address.ts';

/** The payment of a case that the bank sent back to whoever asks: only its enterprise can have it ordered to another account. */
export function useReturnedPayment({
  id,
  step,
  closedAt,
}: Pick<CaseSummary, 'id' | 'step' | 'closedAt'>):
  | { readonly payment: string; readonly reason: string }
  | undefined {
  const isPaid = step.kind === 'payment' && closedAt === null;
  const { data } = useHeld(isPaid ? caseAddress(id, 'money') : undefined, caseMoneyResponse);
  const payment = data?.cameBack ?? null;
  if (data === undefined || payment === null) return undefined;
  return { payment, reason: data.payments.find((each) => each.id === payment)?.reason ?? '' };
}
