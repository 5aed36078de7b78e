import type { Term } from '../sql/term.ts';

/** A fraction as two whole numbers; the denominator is above zero and never null. The numerator is null where nothing is known. */
export interface Fraction {
  readonly numerator: Term;
  readonly denominator: Term;
}

/**
 * What is known of a number, as SQL: a closed interval. An end that is `undefined`, or null in a row, is unbounded.
 * The same as `NumberOutcome` of the evaluator, row by row.
 */
export interface SqlNumber {
  readonly kind: 'number';
  readonly low: Fraction | undefined;
  readonly high: Fraction | undefined;
  /** Whether a missing fact would narrow it; never null. */
  readonly open: Term;
  /** Which facts would, as bits; zero exactly where `open` is false. */
  readonly missing: Term;
  /** Whether both ends are there and the same; never null. */
  readonly point: Term;
  /** The number itself, null where unknown, if unknown then means `blank`: anything, or anything from zero up. */
  readonly plain: { readonly value: Fraction; readonly blank: 'any' | 'from_zero' } | undefined;
}

/** A truth value; null is unknown. */
export interface SqlTruth {
  readonly kind: 'truth';
  readonly value: Term;
  readonly open: Term;
  readonly missing: Term;
}

export interface SqlDate {
  readonly kind: 'date';
  readonly value: Term;
  readonly missing: Term;
}

/** A choice or a text. */
export interface SqlName {
  readonly kind: 'name';
  readonly value: Term;
  readonly missing: Term;
}

export type SqlValue = SqlNumber | SqlTruth | SqlDate | SqlName;

/** A compiled expression; `reads`: whether any stated fact was read in it, never null. */
export interface SqlExpression {
  readonly value: SqlValue;
  readonly reads: Term;
}
