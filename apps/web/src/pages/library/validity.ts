import { compareDates, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Validity } from '@luodi/language';
import type { DocumentsResponse } from '@luodi/server/contract';

export type DocumentEntry = DocumentsResponse[number];
export type Force = 'inForce' | 'notYet' | 'expired' | 'unbinding';

/** An end this near is worth a warning, in days. */
const soon = 30;

/** Days in force out of an answer of the server. */
export function validityOf(
  { from, until }: DocumentEntry['validity'],
  otherwise: PlainDate,
): Validity {
  return {
    from: parseDate(from) ?? otherwise,
    until: until === null ? undefined : parseDate(until),
  };
}

/** Whether a document is in force on a day; drafts and commentary never are. */
export function forceOf({ validity, status }: DocumentEntry, date: PlainDate): Force {
  if (status !== 'final') return 'unbinding';
  const { from, until } = validityOf(validity, date);
  if (compareDates(date, from) < 0) return 'notYet';
  return until !== undefined && compareDates(date, until) > 0 ? 'expired' : 'inForce';
}

/** Days that are left of a document in force whose end is near; `undefined` for all others. */
export function daysLeft(document: DocumentEntry, date: PlainDate): number | undefined {
  const { until } = validityOf(document.validity, date);
  if (until === undefined || forceOf(document, date) !== 'inForce') return undefined;
  const { days } = date.until(until, { largestUnit: 'days' });
  return days <= soon ? days : undefined;
}
