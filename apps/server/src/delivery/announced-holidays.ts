import { join } from 'node:path';
import type { YearOfHolidays } from '@luodi/platform';
import { z } from 'zod';
import { readContentFile } from '../content/content-file.ts';

const days = z.array(z.iso.date());

const shape = z.strictObject({
  年份: z.array(
    z
      .strictObject({
        年: z.int().min(2000).max(2100),
        /** The announcement that it was taken from. */
        来源: z.string().trim().min(1),
        放假: days.min(1),
        上班: days,
      })
      .refine(
        ({ 年: year, 放假: off, 上班: worked }) =>
          [...off, ...worked].every((day) => day.startsWith(`${year}-`)),
        { error: '放假、上班的日子都要在这一年里' },
      )
      .refine(({ 放假: off, 上班: worked }) => worked.every((day) => !off.includes(day)), {
        error: '同一天不能既放假又上班',
      }),
  ),
});

/**
 * Reads `holidays.yaml` of a content folder: years that were announced after the calendar of the program was made. No file, no such
 * years. Rejects with the file and the place when it cannot be read.
 */
export async function readAnnouncedHolidays(folder: string): Promise<readonly YearOfHolidays[]> {
  const file = await readContentFile(join(folder, 'holidays.yaml'), shape);
  return (file?.年份 ?? []).map(({ 年: year, 放假: off, 上班: worked }) => ({
    year,
    holidays: new Set(off),
    makeUpDays: new Set(worked),
  }));
}
