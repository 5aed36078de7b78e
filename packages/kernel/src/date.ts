import { Temporal } from 'temporal-polyfill';

export { Temporal };
export type PlainDate = Temporal.PlainDate;

/** Reads `2024-01-23`; `undefined` when the text is not a date or no such day exists. */
export function parseDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Negative, zero, positive as `a` is before, on, after `b`. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return Temporal.PlainDate.compare(a, b);
}

/** The documents speak of days in China, wherever the machine stands. */
export const zoneOfDocuments = 'Asia/Shanghai';

/** The day of an instant in China. */
export function dayOf(at: Date): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zoneOfDocuments)
    .toPlainDate();
}
