/** What stands in a cell: its text, or why it has none that can be trusted. */
export type SheetCell =
  | string
  | {
      readonly trouble: 'error_value' | 'no_result' | 'imprecise';
      readonly shown: string;
    };

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** A table as it came: all rows that hold anything, top to bottom. */
export interface Sheet {
  readonly fileName: string;
  /** Name of the sheet; empty in a CSV file. */
  readonly name: string;
  /** Names of the other sheets, which are not read. */
  readonly others: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** What a cell shows. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.shown;
}

/** `A`, `B`, … `AA`, from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
