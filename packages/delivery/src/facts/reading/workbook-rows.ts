import ExcelJS from 'exceljs';
import type { Cell, CellValue, Worksheet } from 'exceljs';
import { numberCell } from './cell-number.ts';
import type { Sheet, SheetCell, SheetRow } from '../domain/import/sheet.ts';

function isPercent(cell: Cell): boolean {
  return typeof cell.numFmt === 'string' && /%/u.test(cell.numFmt.replaceAll(/"[^"]*"/gu, ''));
}

function objectCell(value: CellValue & object, cell: Cell): SheetCell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { trouble: 'error_value', shown: String(value) }
      : value.toISOString().slice(0, 10);
  if ('error' in value) return { trouble: 'error_value', shown: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return cell.text;
  if (value.result === undefined || value.result === null)
    return { trouble: 'no_result', shown: '' };
  return readCell(value.result, cell);
}

function readCell(value: CellValue, cell: Cell): SheetCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return numberCell(value, isPercent(cell));
  if (typeof value === 'boolean') return value ? '是' : '否';
  return objectCell(value, cell);
}

function rowsOf(sheet: Worksheet, mostColumns: number): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: SheetCell[] = [];
    row.eachCell((cell, column) => {
      if (column > mostColumns) return;
      while (cells.length < column - 1) cells.push('');
      cells.push(readCell(cell.value, cell));
    });
    if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
  });
  return rows;
}

/** Reads the first sheet that is shown and holds anything. Formulas count by the result that was saved with them. */
export async function workbookRows(
  fileName: string,
  bytes: Uint8Array,
  mostColumns: number,
): Promise<Sheet | undefined> {
  const workbook = new ExcelJS.Workbook();
  const buffer = bytes.slice().buffer;
  try {
    await workbook.xlsx.load(buffer);
  } catch {
    return undefined;
  }
  const shown = workbook.worksheets.filter(({ state }) => state === 'visible');
  const sheet = shown.find(({ actualRowCount }) => actualRowCount > 0);
  const others = shown.filter((each) => each !== sheet).map(({ name }) => name);
  return {
    fileName,
    name: sheet?.name ?? '',
    others,
    rows: sheet === undefined ? [] : rowsOf(sheet, mostColumns),
  };
}
