import type { Span } from '@luodi/kernel';
import type { Value, ValueType } from './value.ts';

export type ComparisonOperator = '=' | '≠' | '>=' | '>' | '<=' | '<';
export type ArithmeticOperator = '+' | '−' | '×' | '÷';

interface Node {
  readonly type: ValueType;
  readonly span: Span;
  /** The words of the rule file, for explanations. */
  readonly text: string;
}

/**
 * A resolved and typed expression. Every name is known, every unit fits: readers need no checks of their own.
 * Source: docs/language.md, section 3.
 */
export type Expression =
  | (Node & { readonly kind: 'literal'; readonly value: Value })
  /** A fact; `yearsBefore` the base year for annual facts (0 for states). */
  | (Node & { readonly kind: 'fact'; readonly fact: string; readonly yearsBefore: number })
  /** 近三年合计, 近三年均值 (the base year and the `years - 1` before it). */
  | (Node & {
      readonly kind: 'window';
      readonly fact: string;
      readonly combine: 'sum' | 'mean';
      readonly years: number;
    })
  /** 往年最高: the highest of all years before the base year. */
  | (Node & { readonly kind: 'past_highest'; readonly fact: string })
  /** 已获 / 本年已获 / 已获次数 of a matter or measure (its name as written). */
  | (Node & {
      readonly kind: 'history';
      readonly about: string;
      readonly measure: 'total' | 'this_year' | 'count';
    })
  /** 评价日 */
  | (Node & { readonly kind: 'today' })
  /** Numbers; or a date plus or minus a duration (`+`, `−`). */
  | (Node & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  /** Numbers, dates, ordered choices (rank: the first member of the list is the highest), truths and texts (= ≠ only). */
  | (Node & {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  /** 属于 */
  | (Node & {
      readonly kind: 'member';
      readonly of: Expression;
      readonly options: readonly string[];
    })
  | (Node & { readonly kind: 'not'; readonly of: Expression })
  | (Node & { readonly kind: 'and' | 'or'; readonly items: readonly Expression[] })
  /** 孰低 / 孰高 */
  | (Node & { readonly kind: 'least' | 'greatest'; readonly items: readonly Expression[] })
  /** 合计, 个数, 存在, 全部 over the items of an entity; `body` sees the item's facts and the applicant's. */
  | (Node & {
      readonly kind: 'aggregate';
      readonly operation: 'sum' | 'count' | 'exists' | 'every';
      readonly entity: string;
      readonly body: Expression;
    });
