import ExcelJS from 'exceljs';
import type { Language } from '@luodi/evaluation';
import { columnLetters } from '../domain/import/sheet.ts';
import type { FaultyRows } from '../store/fact-imports.ts';

const words = {
  zh: { sheet: '待改正', faults: '问题和改法', row: '原行号' },
  en: { sheet: 'To be mended', faults: 'What is wrong, how to mend it', row: 'Row in the file' },
} as const;

const faultColour = 'FFFDE8E8';

function faultText(
  faults: FaultyRows['rows'][number]['faults'],
  headings: readonly string[],
  language: Language,
): string {
  return faults
    .map(({ column, message, hint }) => {
      const place =
        column === undefined ? '' : `${columnLetters(column)} ${headings[column] ?? ''}: `;
      return `${place}${message[language]} — ${hint[language]}`;
    })
    .join('\n');
}

/**
 * The rows that were not taken, as a workbook to be mended and imported again: the columns as they came, then what is wrong and the
 * row in the file. Cells are text, so that no digits are lost.
 */
export async function faultyWorkbook(
  { headings, rows }: FaultyRows,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '落地 Luodi';
  const said = words[language];
  const sheet = workbook.addWorksheet(said.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  const header = sheet.addRow([...headings, said.faults, said.row]);
  header.font = { bold: true };
  const faultsAt = headings.length + 1;
  headings.forEach((_, at) => {
    const column = sheet.getColumn(at + 1);
    column.width = 22;
    column.numFmt = '@';
  });
  sheet.getColumn(faultsAt).width = 70;
  for (const { number, cells, faults } of rows) {
    const padded = headings.map((_, at) => cells[at] ?? '');
    const row = sheet.addRow([...padded, faultText(faults, headings, language), number]);
    row.alignment = { vertical: 'top', wrapText: true };
    for (const { column } of faults)
      if (column !== undefined)
        row.getCell(column + 1).fill = {
          type: 'pattern',
          pattern: 'solid',
          fgColor: { argb: faultColour },
        };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
