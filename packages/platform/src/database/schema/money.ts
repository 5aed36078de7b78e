import type {
  Counted,
  Defaulted,
  Instant,
  Json,
  Optional,
  OptionalInstant,
  Whole,
} from './columns.ts';

/**
 * What an account is for. The first six are the budget: what was appropriated (negative) is available, reserved, approved,
 * ordered or spent. The others are cash and claims: what left a treasury (negative), what payees got, what payers owe each
 * other, what is to come back.
 */
export type AccountPurpose =
  | 'appropriation'
  | 'available'
  | 'reserved'
  | 'approved'
  | 'ordered'
  | 'spent'
  | 'treasury'
  | 'payees'
  | 'receivable'
  | 'payable'
  | 'recoverable'
  | 'recovery_due'
  | 'interest';

export type PaymentState = 'ordered' | 'batched' | 'sent' | 'paid' | 'returned' | 'cancelled';

export type ReceiptMismatch = 'unknown_payment' | 'wrong_sum' | 'not_sent' | 'already_settled';

/** The ledger and what moves money. Sums are 分, days YYYY-MM-DD. */
export interface MoneySchema {
  readonly budget_pool: {
    readonly id: string;
    readonly name: string;
    readonly name_en: string;
    /** The last year into which what is left may be carried; `null`: it lapses at the end of its year. */
    readonly rolling_until: Optional<number>;
    readonly owner: string;
  };
  readonly ledger_account: {
    readonly id: Counted;
    readonly pool: string;
    readonly year: number;
    /** The organisation whose money it is. */
    readonly holder: string;
    readonly purpose: AccountPurpose;
    /** The other party of a claim; empty elsewhere. */
    readonly counterparty: Defaulted<string>;
    readonly balance_fen: Defaulted<bigint>;
  };
  readonly ledger_entry: {
    readonly id: Counted;
    readonly at: Instant;
    readonly kind: string;
    readonly subject: string;
    readonly words: string;
    readonly actor: string;
  };
  readonly posting: {
    readonly entry: Whole;
    readonly account: Whole;
    readonly fen: Whole;
  };
  /** What a case or a pool of vouchers holds, each holder's part by itself. */
  readonly allotment: {
    readonly subject: string;
    readonly pool: string;
    readonly year: number;
    readonly holder: string;
    readonly reserved_fen: Defaulted<bigint>;
    readonly approved_fen: Defaulted<bigint>;
    readonly ordered_fen: Defaulted<bigint>;
    readonly spent_fen: Defaulted<bigint>;
  };
  /** How much of an entry is a subject's. */
  readonly entry_subject: {
    readonly subject: string;
    readonly entry: Whole;
    readonly fen: Whole;
  };
  readonly payment_batch: {
    readonly id: string;
    readonly payer: string;
    readonly account: Json;
    readonly payments: number;
    readonly total_fen: Whole;
    readonly file_sha256: Optional<string>;
    readonly state: 'prepared' | 'sent' | 'settled' | 'dissolved';
    readonly created_at: Instant;
    readonly created_by: string;
    readonly sent_at: OptionalInstant;
  };
  readonly payment: {
    readonly id: string;
    /** Whose allotment it pays out: the case, or the pool of vouchers. */
    readonly subject: string;
    readonly delivery_case: Optional<string>;
    readonly enterprise: string;
    readonly district: string;
    readonly pool: string;
    readonly year: number;
    readonly payer: string;
    readonly attempt: number;
    readonly fen: Whole;
    readonly shares: Json;
    readonly account: Json;
    readonly state: PaymentState;
    readonly batch: Optional<string>;
    readonly end_to_end_id: string;
    readonly reason: Optional<string>;
    readonly ordered_at: Instant;
    readonly settled_at: OptionalInstant;
  };
  readonly bank_receipt: {
    readonly id: string;
    /** Whose bank says so. */
    readonly payer: string;
    readonly reference: string;
    readonly end_to_end_id: Optional<string>;
    readonly fen: Whole;
    readonly outcome: 'paid' | 'returned';
    readonly reason: Optional<string>;
    readonly value_date: string;
    readonly payment: Optional<string>;
    /** Why no payment answers to it. */
    readonly unmatched: Optional<ReceiptMismatch>;
    readonly at: Instant;
  };
  readonly recovery: {
    readonly id: string;
    readonly delivery_case: string;
    readonly enterprise: string;
    readonly district: string;
    readonly fen: Whole;
    readonly interest_fen: Whole;
    readonly received_fen: Defaulted<bigint>;
    readonly reason: string;
    readonly clause: string;
    readonly state: 'ordered' | 'part_paid' | 'settled' | 'written_off';
    readonly due_on: Optional<string>;
    readonly at: Instant;
    readonly closed_at: OptionalInstant;
  };
  readonly dishonesty: {
    readonly id: string;
    readonly enterprise: string;
    readonly since: string;
    readonly until: Optional<string>;
    readonly reason: string;
    readonly clause: string;
    readonly delivery_case: Optional<string>;
    readonly at: Instant;
    readonly lifted_at: OptionalInstant;
  };
  readonly voucher_pool: {
    readonly id: string;
    readonly name: string;
    readonly name_en: string;
    readonly measure: string;
    readonly pool: string;
    readonly year: number;
    readonly payer: string;
    readonly shares: Json;
    /** What one enterprise may get in the year. */
    readonly limit_fen: Whole;
    readonly expires_on: string;
    readonly state: 'open' | 'closed';
    /** The version of the rules that it was opened by. */
    readonly content_version: Optional<string>;
    /** Where the rule stands, as people cite it. */
    readonly clause: Defaulted<string>;
    /** Which part of an invoice its vouchers pay at most: `1/2`. */
    readonly rate: Defaulted<string>;
  };
  readonly voucher_provider: {
    readonly pool: string;
    readonly provider: string;
  };
  readonly voucher: {
    readonly id: string;
    readonly pool: string;
    readonly enterprise: string;
    readonly face_fen: Whole;
    readonly remaining_fen: Whole;
    readonly issued_at: Instant;
    readonly expires_on: string;
    readonly expired_at: OptionalInstant;
  };
  readonly redemption: {
    readonly id: string;
    readonly voucher: string;
    readonly provider: string;
    readonly fen: Whole;
    readonly invoice: string;
    /** What the whole invoice is over; `null` where it was not asked for. */
    readonly invoice_fen: Optional<bigint>;
    readonly at: Instant;
    readonly settled_payment: Optional<string>;
  };
}
