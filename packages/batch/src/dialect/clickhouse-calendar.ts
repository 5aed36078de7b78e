import { Temporal } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';

const start = Temporal.PlainDate.from('1970-01-01');

/** How many days a date lies after 1970-01-01; below zero before it. */
export function daysSince1970(date: PlainDate): bigint {
  return BigInt(start.until(date, { largestUnit: 'day' }).days);
}

/** Days from 0000-03-01, where years that begin in March have their leap day at the end, to 1970-01-01. */
const epoch = 719_468;

function divide(a: string, b: number): string {
  return `intDiv(${a}, ${b})`;
}

/** The first day of a month (from 0, March) of a year that begins in March. */
function firstDay(year: string, month: string): string {
  return `(365 * ${year} + ${divide(year, 4)} - ${divide(year, 100)} + ${divide(year, 400)} + ${divide(`153 * ${month} + 2`, 5)})`;
}

/**
 * A date in days since 1970-01-01, months later; the last day of the month where it has no such day. `Date` of 18.16 ends in 1970 and 2105, so
 * the calendar is reckoned: https://howardhinnant.github.io/date_algorithms.html
 */
export function addMonthsToDays(date: string, months: string): string {
  const day = `(${date} + ${epoch})`;
  const century = divide(`4 * ${day} + 3`, 146_097);
  const dayOfCentury = `(${day} - ${divide(`146097 * ${century}`, 4)})`;
  const yearOfCentury = divide(`4 * ${dayOfCentury} + 3`, 1461);
  const dayOfYear = `(${dayOfCentury} - ${divide(`1461 * ${yearOfCentury}`, 4)})`;
  const month = divide(`5 * ${dayOfYear} + 2`, 153);
  const dayOfMonth = `(${dayOfYear} - ${divide(`153 * ${month} + 2`, 5)})`;
  const moved = `((100 * ${century} + ${yearOfCentury}) * 12 + ${month} + ${months})`;
  const next = `(${moved} + 1)`;
  const firstOf = (count: string): string =>
    firstDay(divide(count, 12), `(${count} - 12 * ${divide(count, 12)})`);
  return `(least(${firstOf(moved)} + ${dayOfMonth}, ${firstOf(next)} - 1) - ${epoch})`;
}
