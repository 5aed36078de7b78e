import type { RecoveryFault } from '../money/index.ts';
import type { CaseFault } from './case-fault.ts';

/** Why nothing follows from a finding. */
export type CorrectionFault =
  | CaseFault
  | RecoveryFault
  | { readonly code: 'not_your_programme' }
  /** There is no such decision in the programme, or another took its place by other findings. */
  | { readonly code: 'decision_unknown' }
  /** What was shown is no longer what is found: look again. */
  | { readonly code: 'finding_changed' }
  | { readonly code: 'corrected_already'; readonly correction: string }
  /** The sum stays, or the facts do not decide it. */
  | { readonly code: 'nothing_follows' }
  /** The money is on its way to the bank: it has to arrive, or be cancelled, first. */
  | { readonly code: 'payment_on_its_way' };
