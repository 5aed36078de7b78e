import type { Expression } from './expression.ts';

/** What kind of sum the words grant: DESIGN rule 5. */
export type Manner = 'exact' | 'at_most' | 'at_least';

/** One marginal band: the part of the base above `from` up to `to` (open when undefined). */
export interface Band {
  readonly from: Expression;
  readonly to: Expression | undefined;
  readonly manner: Manner;
  readonly rate: Expression;
}

export interface Arm {
  /** `undefined` for 否则 and for parts without a condition. */
  readonly when: Expression | undefined;
  readonly amount: Amount;
}

/**
 * How much a measure gives. `form` nodes say where the sum comes from, modifiers wrap them from the inside out in the
 * order of docs/language.md: 封顶, 补差, 累计封顶, 总额不超过.
 */
export type Amount =
  | { readonly kind: 'pay'; readonly manner: Manner; readonly value: Expression }
  | { readonly kind: 'discretionary'; readonly ceiling: Expression | undefined }
  /** `ruleEn`, `decisionEn`: the words in English (英文结果), empty when not given. */
  | { readonly kind: 'by_reference'; readonly rule: string; readonly ruleEn: string }
  | { readonly kind: 'decision'; readonly decision: string; readonly decisionEn: string }
  /** 依次: the first arm whose condition holds. */
  | { readonly kind: 'first_of'; readonly arms: readonly Arm[] }
  /** 按 + 档; rows in the order written. */
  | {
      readonly kind: 'graded';
      readonly by: Expression;
      readonly rows: readonly { readonly choice: string; readonly amount: Amount }[];
    }
  /** 分段 */
  | { readonly kind: 'bands'; readonly base: Expression; readonly bands: readonly Band[] }
  /** 就高 (`rule`) and 择一 (`applicant`: the text leaves the choice open). */
  | {
      readonly kind: 'highest';
      readonly chosenBy: 'rule' | 'applicant';
      readonly options: readonly Amount[];
    }
  /** 累加 */
  | { readonly kind: 'sum'; readonly parts: readonly Arm[] }
  /** 封顶 */
  | { readonly kind: 'capped'; readonly amount: Amount; readonly cap: Expression }
  /** 补差: max(0, amount − received) */
  | { readonly kind: 'difference'; readonly amount: Amount; readonly received: Expression }
  /** 累计封顶: min(amount, max(0, cap − received)) */
  | {
      readonly kind: 'cumulative_cap';
      readonly amount: Amount;
      readonly cap: Expression;
      readonly received: Expression;
    }
  /** 总额不超过: min(amount, max(0, base)) */
  | { readonly kind: 'bounded_by'; readonly amount: Amount; readonly base: Expression };
