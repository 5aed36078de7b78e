import type { Row, Workbook, Worksheet } from 'exceljs';

export interface Column {
  readonly header: string;
  readonly width: number;
  /** Text runs over several lines. */
  readonly wraps?: boolean;
  /** Excel number format for sums. */
  readonly numbers?: string;
}

export type Cell = string | number | null;

/** Yuan with thousands and fen. */
export const money = '#,##0.00';

/** What a cell can hold; a longer text makes a file that Excel calls damaged. */
const longestText = 32_767;

function fitting(cell: Cell): Cell {
  if (typeof cell !== 'string' || cell.length <= longestText) return cell;
  return `${cell.slice(0, longestText - 1)}…`;
}

/** Texts that a spreadsheet would read as a formula when they are typed in or saved as CSV. */
const likeFormula = /^[=+\-@\t\r]/u;

/** Keeps such texts texts, also when somebody edits the cell. */
function addTexts(row: Row): void {
  row.eachCell((cell) => {
    if (typeof cell.value === 'string' && likeFormula.test(cell.value)) cell.numFmt = '@';
  });
}

/** A sheet with a frozen, filterable header row, printed on A4 across. */
export function addSheet(
  workbook: Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  columns.forEach(({ width, wraps, numbers }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.alignment = { vertical: 'top', wrapText: wraps === true };
    if (numbers !== undefined) column.numFmt = numbers;
  });
  const header = sheet.addRow(columns.map((column) => column.header));
  header.font = { bold: true };
  header.alignment = { vertical: 'middle', wrapText: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF5' } };
  for (const row of rows) addTexts(sheet.addRow(row.map(fitting)));
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: rows.length + 1, column: columns.length },
  };
  return sheet;
}
