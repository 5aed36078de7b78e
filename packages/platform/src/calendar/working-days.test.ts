import { Temporal, fail, ok } from '@luodi/kernel';
import { afterEach, describe, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('whether a day is worked', () => {
  for (const c of [
    { name: 'an ordinary Friday', day: '2026-11-20', worked: true },
    { name: 'an ordinary Saturday', day: '2026-11-21', worked: false },
    { name: '国庆 2025 begins', day: '2025-10-01', worked: false },
    { name: '中秋 falls into 国庆 2025', day: '2025-10-06', worked: false },
    { name: 'the last day of 国庆 2025', day: '2025-10-08', worked: false },
    { name: 'the day after 国庆 2025', day: '2025-10-09', worked: true },
    { name: 'the Sunday before 国庆 2025 is made up', day: '2025-09-28', worked: true },
    { name: 'the Saturday after 国庆 2025 is made up', day: '2025-10-11', worked: true },
    { name: 'the Sunday after that is not', day: '2025-10-12', worked: false },
    { name: 'the Sunday before 春节 2025 is made up', day: '2025-01-26', worked: true },
    { name: '除夕 2025', day: '2025-01-28', worked: false },
    { name: 'the Sunday after 元旦 2026 is made up', day: '2026-01-04', worked: true },
  ])
    test(`${c.name} (${c.day}): ${c.worked}`, () => {
      expect(isWorkingDay(day(c.day))).toEqual(ok(c.worked));
    });
});

describe('terms in working days', () => {
  for (const c of [
    { name: 'no days', from: '2025-10-01', days: 0, until: '2025-10-01' },
    { name: 'an ordinary week', from: '2026-11-16', days: 5, until: '2026-11-23' },
    { name: 'over 国庆 2025', from: '2025-09-30', days: 1, until: '2025-10-09' },
    {
      name: 'over 国庆 2025 and its make-up Saturday',
      from: '2025-09-30',
      days: 3,
      until: '2025-10-11',
    },
    { name: 'from a make-up Sunday', from: '2025-09-28', days: 3, until: '2025-10-09' },
    { name: 'over the turn of the year', from: '2025-12-31', days: 1, until: '2026-01-04' },
  ]) {
    test(`${c.name}: ${c.days} after ${c.from} end on ${c.until}`, () => {
      expect(addWorkingDays(day(c.from), c.days)).toEqual(ok(day(c.until)));
      expect(workingDaysBetween(day(c.from), day(c.until))).toEqual(ok(c.days));
    });
  }

  test('a day off counts for nothing', () => {
    expect(workingDaysBetween(day('2025-09-30'), day('2025-10-08'))).toEqual(ok(0));
  });

  test('what is past is negative', () => {
    expect(workingDaysBetween(day('2025-10-11'), day('2025-09-30'))).toEqual(ok(-3));
  });
});

describe('a year that has not been announced', () => {
  const unknown = fail({ code: 'calendar_unknown', year: 2030 });

  test('is not guessed', () => {
    expect(isWorkingDay(day('2030-03-05'))).toEqual(unknown);
    expect(addWorkingDays(day('2030-01-01'), 1)).toEqual(unknown);
    expect(workingDaysBetween(day('2030-01-01'), day('2030-01-02'))).toEqual(unknown);
  });

  test('can be stated', () => {
    const announced = [
      { year: 2030, holidays: new Set(['2030-01-01']), makeUpDays: new Set(['2030-01-05']) },
    ];
    expect(addWorkingDays(day('2030-01-01'), 4, announced)).toEqual(ok(day('2030-01-05')));
  });
});

describe('wherever the machine stands', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  for (const zone of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia'])
    test(`in ${zone} 国庆 2025 is over after the eighth`, () => {
      process.env['TZ'] = zone;
      expect(addWorkingDays(day('2025-09-30'), 1)).toEqual(ok(day('2025-10-09')));
    });
});
