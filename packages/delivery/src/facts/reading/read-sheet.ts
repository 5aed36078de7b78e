import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importRefusal, openTable } from '@luodi/library';
import type { ImportRefusal } from '@luodi/library';
import { csvRows } from './csv-rows.ts';
import type { Sheet } from '../domain/import/sheet.ts';
import { sheetLimits } from './sheet-limits.ts';
import type { FileSent } from '../../reading/file-sent.ts';
import { workbookRows } from './workbook-rows.ts';

/** Reads a table of an xlsx or CSV file (UTF-8, GB 18030 or another encoding that is recognised). */
export async function readSheet(
  file: FileSent,
  limits: typeof sheetLimits = sheetLimits,
  signal?: AbortSignal,
): Promise<Result<Sheet, ImportRefusal>> {
  const opened = openTable(file.bytes, limits, signal);
  if (!opened.ok) return opened;
  const sheet =
    opened.value.kind === 'workbook'
      ? await workbookRows(file.name, opened.value.bytes, limits.columns)
      : csvRows(file.name, opened.value.text);
  if (sheet === undefined) return fail(importRefusal('damaged'));
  if (sheet.rows.length === 0) return fail(importRefusal('empty'));
  if (sheet.rows.length > limits.rows)
    return fail(
      importRefusal('too_large', {
        message: {
          zh: `有 ${sheet.rows.length} 行，最多 ${limits.rows} 行`,
          en: `${sheet.rows.length} rows; ${limits.rows} at most`,
        },
      }),
    );
  return ok(sheet);
}
