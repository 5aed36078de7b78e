import chineseDays from 'chinese-days';
import { compareDates, fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';

/** The arrangement of holidays for a year is not known (it is published each November for the year that follows). */
export interface CalendarFault {
  readonly code: 'calendar_unknown';
  readonly year: number;
}

/** Days that differ from the week's usual five, all of one year, as the State Council announced them. */
export interface YearOfHolidays {
  readonly year: number;
  /** Days off, YYYY-MM-DD. */
  readonly holidays: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked, YYYY-MM-DD. */
  readonly makeUpDays: ReadonlySet<string>;
}

const saturday = 6;

/** The library reckons in the machine's own time zone: at noon a day is the same day in all of them. */
function detailOf(day: string) {
  return chineseDays.getDayDetail(`${day}T12:00:00`);
}

/** The library names a day that was announced by its holiday in three parts, any other by its weekday in one. */
function isNamed(day: string): boolean {
  return detailOf(day).name.includes(',');
}

/** Whether the library has the year: New Year and the first of October are days off in every year that was announced. */
function libraryKnows(year: number): boolean {
  return isNamed(`${year}-01-01`) && isNamed(`${year}-10-01`);
}

/**
 * Whether a day is worked in China, by the library of official holidays and make-up days, or, for a year that it does not
 * have yet, by `announced`.
 */
export function isWorkingDay(
  day: PlainDate,
  announced: readonly YearOfHolidays[] = [],
): Result<boolean, CalendarFault> {
  const text = day.toString();
  const own = announced.find(({ year }) => year === day.year);
  if (own !== undefined)
    return ok(own.makeUpDays.has(text) || (day.dayOfWeek < saturday && !own.holidays.has(text)));
  if (!libraryKnows(day.year)) return fail({ code: 'calendar_unknown', year: day.year });
  return ok(detailOf(text).work);
}

/**
 * The `count`-th working day after `from`, which is not counted itself (0: `from`). A term of 5 working days that begins on
 * a Monday of an ordinary week ends on the next Monday.
 */
export function addWorkingDays(
  from: PlainDate,
  count: number,
  announced: readonly YearOfHolidays[] = [],
): Result<PlainDate, CalendarFault> {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`working days must be a whole number from 0: ${count}`);
  let day = from;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    const worked = isWorkingDay(day, announced);
    if (!worked.ok) return worked;
    if (worked.value) left -= 1;
  }
  return ok(day);
}

/**
 * How many working days there are after `from`, up to and with `until`: what is left of a term. Negative where `until` is
 * past: the working days after it, up to and with `from`.
 */
export function workingDaysBetween(
  from: PlainDate,
  until: PlainDate,
  announced: readonly YearOfHolidays[] = [],
): Result<number, CalendarFault> {
  if (compareDates(from, until) > 0) {
    const late = workingDaysBetween(until, from, announced);
    return late.ok ? ok(-late.value) : late;
  }
  let count = 0;
  for (let day = from; compareDates(day, until) < 0; ) {
    day = day.add({ days: 1 });
    const worked = isWorkingDay(day, announced);
    if (!worked.ok) return worked;
    if (worked.value) count += 1;
  }
  return ok(count);
}
