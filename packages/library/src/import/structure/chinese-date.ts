import { Temporal } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { smallNumber, spelledYear } from './chinese-figures.ts';

const year = '(\\d\\s*\\d\\s*\\d\\s*\\d|[〇零○Ｏ一二三四五六七八九]{4})';
const figure = '(\\d\\s*\\d?|[一二三四五六七八九十]{1,3})';
const full = `${year}\\s*年\\s*${figure}\\s*月\\s*${figure}\\s*日`;

/** `2024年1月23日` and `二〇二四年一月二十三日`, with the blanks that typesetting leaves in them; for use inside patterns. */
export const datePattern = full.replaceAll(/\((?!\?)/gu, '(?:');

function day(yearText: string, monthText: string, dayText: string): PlainDate | undefined {
  const bare = (text: string) => text.replaceAll(/\s/gu, '');
  const read = {
    year: /^\d/u.test(yearText) ? Number(bare(yearText)) : spelledYear(bare(yearText)),
    month: smallNumber(bare(monthText)),
    day: smallNumber(bare(dayText)),
  };
  if (read.year === undefined || read.month === undefined || read.day === undefined)
    return undefined;
  if (read.year < 1900 || read.year > 2200) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: read.year, month: read.month, day: read.day },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

/** The first date of a text and its words. */
export function findDate(
  text: string,
): { readonly date: PlainDate; readonly words: string; readonly start: number } | undefined {
  for (const match of text.matchAll(new RegExp(full, 'gu'))) {
    const date = day(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (date !== undefined) return { date, words: match[0], start: match.index };
  }
  return undefined;
}

/** Whether a line is a date and nothing else, brackets aside. */
export function isDateLine(text: string): boolean {
  return new RegExp(`^[（(]?\\s*${datePattern}\\s*[）)]?$`, 'u').test(text);
}
