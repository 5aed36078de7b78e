import type { Transaction } from 'kysely';
import type { Actor, Schema } from '@luodi/platform';
import type { Purpose } from '../domain/account.ts';

/** The transaction of the command that moves the money. */
export type Ledger = Transaction<Schema>;

/** What an entry of the ledger says about itself. */
export interface Booking {
  /** What it is about: the case, or the run that moves many cases' money. */
  readonly subject: string;
  /** Why, down to the clause of the programme. */
  readonly words: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** Where money comes from. */
export interface BudgetYear {
  readonly pool: string;
  readonly year: number;
}

export type LedgerFault =
  /** No budget was ever granted to this holder. */
  | ({ readonly code: 'account_missing'; readonly holder: string } & BudgetYear)
  /** Less is available (分) than is asked for. */
  | ({
      readonly code: 'budget_exhausted';
      readonly holder: string;
      readonly available: bigint;
    } & BudgetYear)
  /** An account other than the available one holds less (分) than is asked for. */
  | ({
      readonly code: 'balance_too_small';
      readonly holder: string;
      readonly purpose: Purpose;
      readonly balance: bigint;
    } & BudgetYear);
