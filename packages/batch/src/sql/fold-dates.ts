import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';

/** More days than a month is longer than another. */
const slack = 4;

/**
 * The first date that, so many months later, is not before the limit. Adding months never turns two dates round, so that a comparison of the sum
 * with the limit is one of the date with this.
 */
export function firstReaching(limit: PlainDate, months: number): PlainDate {
  let date = limit.subtract({ months }).add({ days: slack });
  for (;;) {
    const before = date.subtract({ days: 1 });
    if (compareDates(before.add({ months }), limit) < 0) return date;
    date = before;
  }
}
