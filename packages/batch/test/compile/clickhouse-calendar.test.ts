import { Temporal } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { clickhouse, daysSince1970 } from '../../src/dialect/index.ts';
import { chdbSource } from '../support/backends/chdb.ts';
import { clickhouseSource } from '../support/backends/clickhouse.ts';

/** Dates around the ends of months and leap days, far beyond what 18.16 calls a date. */
function dates(): readonly PlainDate[] {
  const years = [1600, 1899, 1900, 1969, 1970, 2000, 2023, 2024, 2100, 2106, 2399, 2400];
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
      const first = Temporal.PlainDate.from({ year, month, day: 1 });
      return [-3, -1, 0, 14].map((days) => first.add({ days }));
    }),
  );
}

const steps = [-1201, -25, -12, -1, 0, 1, 11, 13, 36, 1200];

for (const source of [clickhouseSource, chdbSource])
  describe.skipIf(source.missing !== undefined)(`months in ${source.name}`, () => {
    test('are added as the calendar has them', async ({ skip }) => {
      const backend = await source.open();
      if ('missing' in backend) return skip(backend.missing);
      const pairs = dates().flatMap((date) => steps.map((months) => ({ date, months })));
      const rows = pairs.map(
        ({ date, months }, index) => `(${index}, ${daysSince1970(date)}, ${months})`,
      );
      await backend.run(
        'CREATE TABLE pairs (place Int64, day Nullable(Int64), months Nullable(Int64)) ENGINE = Memory',
      );
      await backend.run(`INSERT INTO pairs VALUES ${rows.join(', ')}`);
      const moved = clickhouse.addMonths('day', 'months');
      const found = await backend.query(`SELECT ${moved} AS later FROM pairs ORDER BY place`);
      await backend.close();
      expect(found.map((row) => String(row['later']))).toEqual(
        pairs.map(({ date, months }) => String(daysSince1970(date.add({ months })))),
      );
    }, 600_000);
  });
