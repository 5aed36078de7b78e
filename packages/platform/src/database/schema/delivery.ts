import type {
  Defaulted,
  Instant,
  Json,
  Optional,
  OptionalInstant,
  OptionalJson,
  OptionalWhole,
  Whole,
} from './columns.ts';

export type ProgrammeState = 'draft' | 'published' | 'closed';

export type CaseState =
  | 'draft'
  | 'open'
  | 'returned'
  | 'disputed'
  | 'queued'
  | 'completed'
  | 'rejected'
  | 'waived'
  | 'withdrawn';

/** What followed from a decision that came out otherwise. */
export type CorrectionKind = 'recovery' | 'reduction' | 'supplement' | 'increase' | 'upheld';

export type TaskState = 'waiting' | 'approved' | 'rejected' | 'returned' | 'scored' | 'superseded';

/** Programmes, the cases in them, who has to do what, what was decided. Days are YYYY-MM-DD. */
export interface DeliverySchema {
  readonly programme: {
    readonly id: string;
    readonly title: string;
    readonly title_en: string;
    readonly measure: string;
    readonly matter: string;
    readonly content_version: string;
    readonly manner: 'application' | 'automatic';
    /** The day whose law applies; `null`: the day on which a case is submitted or listed. */
    readonly law_date: Optional<string>;
    readonly window_from: string;
    readonly window_until: string;
    readonly route: Json;
    readonly funding: Json;
    readonly owner: string;
    readonly state: ProgrammeState;
    readonly created_at: Instant;
    readonly published_at: OptionalInstant;
    /** How many cases were begun in it: the number of the last. */
    readonly cases: Defaulted<number>;
    readonly revision: Defaulted<number>;
  };
  readonly delivery_case: {
    readonly id: string;
    readonly programme: string;
    readonly enterprise: string;
    readonly district: string;
    readonly state: CaseState;
    /** Place in the route of the programme, from 0. */
    readonly step: number;
    readonly asked_fen: OptionalWhole;
    readonly approved_fen: OptionalWhole;
    readonly decision: Optional<string>;
    readonly answers: Json;
    readonly papers: Json;
    readonly account: OptionalJson;
    /** The day on which it was submitted or listed: where the programme names none, its law applies. */
    readonly law_date: Optional<string>;
    readonly due_on: Optional<string>;
    readonly paused_on: Optional<string>;
    readonly closing_reason: OptionalJson;
    readonly opened_at: Instant;
    readonly closed_at: OptionalInstant;
    /** The case that it pays an additional sum for. */
    readonly corrects: Optional<string>;
    readonly revision: Defaulted<number>;
  };
  readonly case_task: {
    readonly id: string;
    readonly delivery_case: string;
    readonly step: number;
    readonly round: number;
    readonly organisation: string;
    /** The expert whose own task it is; empty where anybody of the organisation may do it. */
    readonly assignee: Defaulted<string>;
    readonly state: TaskState;
    readonly score: Optional<number>;
    readonly amount_fen: OptionalWhole;
    readonly reason: Optional<string>;
    readonly failed_condition: Optional<string>;
    readonly due_on: Optional<string>;
    readonly done_by: Optional<string>;
    readonly done_at: OptionalInstant;
  };
  readonly objection: {
    readonly id: string;
    readonly delivery_case: string;
    readonly step: number;
    readonly by_name: string;
    readonly by_organisation: Optional<string>;
    readonly words: string;
    /** How to reach whoever is not signed in; for the body that answers alone. */
    readonly contact: Optional<string>;
    readonly at: Instant;
    readonly settled_at: OptionalInstant;
    readonly settled_by: Optional<string>;
    readonly upheld: Optional<boolean>;
    readonly answer: Optional<string>;
  };
  readonly decision: {
    readonly id: string;
    readonly delivery_case: string;
    readonly measure: string;
    readonly content_version: string;
    readonly law_date: string;
    readonly known_at: Instant;
    readonly facts: Json;
    readonly answer: Json;
    readonly amount_fen: Whole;
    /** Whether the rule gave the sum, or a body chose it within the rule. */
    readonly amount_by: 'rule' | 'body';
    /** The decision whose place it takes. */
    readonly corrects: Optional<string>;
    /** By whom, why and by which conditions it was refused; `null`: it grants. */
    readonly refusal: OptionalJson;
    readonly hash: string;
  };
  /** The last number that a body gave to a letter in a year. */
  readonly letter_series: {
    readonly organisation: string;
    readonly year: number;
    readonly last: number;
  };
  /** 文号: the number of a letter, given once. */
  readonly letter: {
    readonly organisation: string;
    readonly year: number;
    readonly number: number;
    readonly delivery_case: string;
    readonly kind: string;
    /** What it is about within the case: a decision, a recovery, a round of a step. */
    readonly about: string;
    readonly at: Instant;
  };
  /** What followed from a decision that corrected facts or rules would have made otherwise. */
  readonly correction: {
    readonly id: string;
    readonly delivery_case: string;
    readonly decision: string;
    readonly finding: string;
    readonly basis: Json;
    readonly kind: CorrectionKind;
    readonly successor: Optional<string>;
    readonly supplement_case: Optional<string>;
    readonly recoveries: Json;
    readonly fen: Whole;
    readonly granted_fen: Whole;
    readonly reason: string;
    readonly clause: string;
    readonly at: Instant;
    readonly decided_by: string;
  };
}
