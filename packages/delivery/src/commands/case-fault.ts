import type { FactFault } from '@luodi/evaluation';
import type { CalendarFault, CommandFault } from '@luodi/platform';
import type { AmountFault } from '../domain/decision.ts';
import type { LedgerFault } from '../money/store/booking.ts';
import type { OrderFault } from '../money/store/payment-order.ts';
import type { NotHeldFault, ReserveFault } from '../money/store/reservation.ts';

/** Why the rule does not let a case go on. */
export type MeritFault =
  | { readonly code: 'facts_unreadable'; readonly faults: readonly FactFault[] }
  /** The conditions that failed, in the rule's own words. */
  | { readonly code: 'not_entitled'; readonly failed: readonly string[] }
  /** Ids of the facts that would decide. */
  | { readonly code: 'still_undetermined'; readonly missing: readonly string[] }
  | AmountFault;

/** Why a case cannot be moved. */
export type CaseFault =
  | CommandFault
  | CalendarFault
  | LedgerFault
  | ReserveFault
  | NotHeldFault
  | OrderFault
  | MeritFault
  | { readonly code: 'programme_unknown' }
  | { readonly code: 'programme_state'; readonly state: string }
  | { readonly code: 'window_closed'; readonly from: string; readonly until: string }
  | { readonly code: 'case_unknown' }
  | { readonly code: 'case_exists'; readonly case: string }
  /** The case is not where this could be done. */
  | { readonly code: 'case_state'; readonly state: string; readonly step: string }
  | { readonly code: 'not_your_case' }
  | { readonly code: 'not_your_task' }
  | { readonly code: 'task_done' }
  | { readonly code: 'task_needs'; readonly what: 'reason' | 'score' | 'failed_condition' }
  | { readonly code: 'papers_missing'; readonly papers: readonly string[] }
  | { readonly code: 'paper_unknown'; readonly paper: string }
  | { readonly code: 'account_needed' }
  | { readonly code: 'not_signed'; readonly commitment: string }
  | {
      readonly code: 'listed_dishonest';
      readonly since: string;
      readonly until: string | undefined;
    }
  | { readonly code: 'objection_unknown' };
