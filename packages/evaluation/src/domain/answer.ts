import type { PlainDate, Rational } from '@luodi/kernel';
import type { Measure } from '@luodi/language';
import type { FactReference } from '../facts/fact-reference.ts';
import type { Bilingual } from './bilingual.ts';
import type { EvaluatedExpression } from './evaluated.ts';

/** 有资格 · 不符合 · 待定 · 不在有效期 */
export type Status = 'entitled' | 'not_entitled' | 'undetermined' | 'not_in_force';

export type AmountKind =
  | 'exact'
  | 'at_most'
  | 'at_least'
  | 'discretionary'
  | 'by_reference'
  | 'none';

/**
 * How much, in fen. `fen` is the figure to show with its kind: the sum when exact, the ceiling when at most, the floor
 * when at least, the ceiling (if the words state one) when discretionary, null when there is no figure.
 * `lowerFen`..`upperFen` is what it can be at all (`upperFen` null = open).
 */
export interface AmountAnswer {
  readonly kind: AmountKind;
  readonly fen: bigint | null;
  readonly lowerFen: bigint;
  readonly upperFen: bigint | null;
  /** In words with the applicant's figures: `年度研发投入新增额 500万元 × 不超过5% = 最高 25万元`. */
  readonly formula: Bilingual;
}

/** By how much a comparison was missed: `差 80万元 年度研发投入新增额`. */
export interface Gap {
  readonly fact: FactReference;
  /** What is short (or too much) and the limit, in words with units. */
  readonly by: Bilingual;
  readonly limit: Bilingual;
  /** How large the gap is beside the limit, for ordering by closeness: 80万元 of 200万元 are 2/5. 1 where the limit is zero. */
  readonly share: Rational;
  readonly direction: 'short' | 'over';
}

/** A reason for "no", one a condition. */
export interface FailedCondition {
  readonly kind: 'condition' | 'exclusion' | 'amount' | 'one_off' | 'nothing_to_pay';
  /** The rule's own words. */
  readonly text: string;
  /** What would have to be true and what is, as a person would say it. */
  readonly because: Bilingual;
  readonly facts: readonly FactReference[];
  readonly gaps: readonly Gap[];
}

/** One step of the reasoning; `children` are its parts. */
export interface TraceStep {
  readonly kind: 'validity' | 'condition' | 'exclusion' | 'one_off' | 'amount' | 'item';
  readonly text: string;
  readonly says: Bilingual;
  readonly outcome: 'holds' | 'fails' | 'unknown' | 'value';
  readonly facts: readonly FactReference[];
  readonly children: readonly TraceStep[];
}

/** The answer of one measure to one applicant on one date. */
export interface MeasureAnswer {
  readonly measure: Measure;
  readonly date: PlainDate;
  readonly status: Status;
  readonly amount: AmountAnswer;
  readonly failed: readonly FailedCondition[];
  /** Facts that would decide status or amount; for the ones known in part the parts that lack. */
  readonly missing: readonly FactReference[];
  /** What the answer takes for granted, e.g. that a one-off grant was not received before. */
  readonly assumptions: readonly Bilingual[];
  /** Known facts that were read. */
  readonly used: readonly FactReference[];
  /** Answers of the single items when the measure's subject is not the enterprise; else empty. */
  readonly items: readonly { readonly label: string; readonly answer: ItemAnswer }[];
  /** Conditions as evaluated, for the counts "4 of 5" and for explanations. */
  readonly conditions: readonly {
    readonly role: 'condition' | 'exclusion';
    readonly evaluated: EvaluatedExpression;
  }[];
  /** Steps of the reasoning in words; computed when first read. */
  readonly trace: readonly TraceStep[];
}

export interface ItemAnswer {
  readonly status: Status;
  readonly amount: AmountAnswer;
  readonly failed: readonly FailedCondition[];
  readonly missing: readonly FactReference[];
}
