import type { Dimension, PlainDate, Rational } from '@luodi/kernel';

/** What kind of thing an expression or fact yields. Rates, counts, areas, durations and money are numbers with a dimension. */
export type ValueType =
  | { readonly kind: 'truth' }
  | { readonly kind: 'number'; readonly dimension: Dimension; readonly counter: string | undefined }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly list: string }
  | { readonly kind: 'text' };

/** A known value. Numbers are in the base unit of their dimension (money in 分). */
export type Value =
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'date'; readonly value: PlainDate }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string };
