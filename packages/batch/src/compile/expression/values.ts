import type { Expression } from '@luodi/language';
import type { SqlDate, SqlExpression, SqlName, SqlNumber, SqlTruth } from '../sql-value.ts';

/** The number that a part came to; the checker has made sure that it is one. */
export function numberOf({ value }: SqlExpression): SqlNumber {
  if (value.kind !== 'number') throw new TypeError('not a number');
  return value;
}

export function truthOf({ value }: SqlExpression): SqlTruth {
  if (value.kind !== 'truth') throw new TypeError('not a truth value');
  return value;
}

export function dateOf({ value }: SqlExpression): SqlDate {
  if (value.kind !== 'date') throw new TypeError('not a date');
  return value;
}

export function nameOf({ value }: SqlExpression): SqlName {
  if (value.kind !== 'name') throw new TypeError('not a name');
  return value;
}

export type OfKind<K extends Expression['kind']> = Expression & { readonly kind: K };
