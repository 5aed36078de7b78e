import { Temporal, ok } from '@luodi/kernel';
import { expect, test } from 'vitest';
import { supposedCalendar } from '../src/demo/supposed-calendar.ts';

const calendar = supposedCalendar([]);
const day = (text: string) => Temporal.PlainDate.from(text);

const cases = [
  {
    name: 'within an announced year as it was announced',
    from: '2025-09-30',
    days: 1,
    until: '2025-10-09',
  },
  {
    name: 'into a year not announced, New Year off',
    from: '2029-12-31',
    days: 1,
    until: '2030-01-02',
  },
  { name: 'across two years not announced', from: '2029-12-28', days: 262, until: '2031-01-02' },
];

for (const { name, from, days, until } of cases)
  test(`the calendar of a demonstration reckons ${name}: ${days} after ${from} end on ${until}`, () => {
    expect(calendar.addWorkingDays(day(from), days)).toEqual(ok(day(until)));
    expect(calendar.workingDaysBetween(day(from), day(until))).toEqual(ok(days));
  });
