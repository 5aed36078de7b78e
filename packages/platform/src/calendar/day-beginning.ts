import { type PlainDate, zoneOfDocuments } from '@luodi/kernel';

/** The instant at which a day begins in China. */
export function beginningOf(day: PlainDate): Date {
  return new Date(day.toZonedDateTime(zoneOfDocuments).epochMilliseconds);
}
