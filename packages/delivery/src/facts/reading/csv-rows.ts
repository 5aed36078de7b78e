import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Sheet, SheetRow } from '../domain/import/sheet.ts';

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** The sign that parts the cells: the one that the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const counts = [',', '\t', ';', '，'].map((sign) => [sign, first.split(sign).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Reads a CSV file; rows are numbered by their lines. `undefined` when its quotation marks do not fit together. */
export function csvRows(fileName: string, text: string): Sheet | undefined {
  try {
    const records = recordsSchema.parse(
      parse(text, {
        bom: true,
        delimiter: separatorOf(text),
        info: true,
        relax_column_count: true,
        skip_empty_lines: false,
        trim: true,
      }),
    );
    const rows = records.flatMap(({ record, info }): SheetRow[] =>
      // Excel keeps long digits as text behind ="…".
      record.every((cell) => cell === '')
        ? []
        : [
            {
              number: info.lines,
              cells: record.map((cell) => /^="(.*)"$/u.exec(cell)?.[1] ?? cell),
            },
          ],
    );
    return { fileName, name: '', others: [], rows };
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
