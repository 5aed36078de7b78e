import type { Bilingual } from '../domain/bilingual.ts';

/** So many are told at once: for each the name that was meant is looked for among all. */
export const mostFaults = 50;

export type FactFaultCode =
  | 'not_an_object'
  | 'unknown_fact'
  | 'unknown_aspect'
  | 'wrong_type'
  | 'unknown_unit'
  | 'wrong_unit'
  | 'fraction_of_fen'
  | 'negative'
  | 'bad_date'
  | 'bad_year'
  | 'unknown_choice'
  | 'not_annual'
  | 'stated_twice'
  | 'not_items'
  | 'bad_history'
  | 'inexact_number';

/** What is wrong with one stated fact: which, what was found, how to mend it. One line each. */
export interface FactFault {
  readonly code: FactFaultCode;
  /** Where: the key as written, with its path (`项目[0].项目研发投入`). */
  readonly key: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export function fault(
  code: FactFaultCode,
  key: string,
  message: Bilingual,
  hint: Bilingual,
): FactFault {
  return { code, key, message, hint };
}
