import type { DeliveryContext } from '@luodi/delivery';
import type { Result } from '@luodi/kernel';
import { addWorkingDays, workingDaysBetween } from '@luodi/platform';
import type { YearOfHolidays } from '@luodi/platform';

/** A year as it would be without an announcement: New Year off, weekends off, nothing made up. */
function supposed(year: number): YearOfHolidays {
  return { year, holidays: new Set([`${year}-01-01`]), makeUpDays: new Set() };
}

/** Asks again with each year supposed that is not announced yet. */
function suppose<T, Fault extends { readonly year: number }>(
  ask: (announced: readonly YearOfHolidays[]) => Result<T, Fault>,
  announced: readonly YearOfHolidays[],
): Result<T, Fault> {
  const answer = ask(announced);
  if (answer.ok || announced.some(({ year }) => year === answer.error.year)) return answer;
  return suppose(ask, [...announced, supposed(answer.error.year)]);
}

/**
 * The calendar of a demonstration: the official one with the years `known` besides and, for years that the State Council has not
 * announced, ordinary weeks, so that a round can be played to its end on any day. Real rounds wait for the announcement.
 */
export function supposedCalendar(known: readonly YearOfHolidays[]): DeliveryContext['calendar'] {
  return {
    addWorkingDays: (from, days) =>
      suppose((announced) => addWorkingDays(from, days, announced), known),
    workingDaysBetween: (from, until) =>
      suppose((announced) => workingDaysBetween(from, until, announced), known),
  };
}
