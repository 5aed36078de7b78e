import { Temporal, zoneOfDocuments } from '@luodi/kernel';

/** An instant as the clock in China shows it: `2026-11-21 16:05`. */
export function sayInstant(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zoneOfDocuments);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** The day of an instant in China: `2026-11-21`. */
export function dayOfInstant(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zoneOfDocuments).toPlainDate().toString();
}
