import { findUnit } from '@luodi/kernel';
import { cellText } from './sheet.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { isCodeHeading } from './heading.ts';

/** Where the rows of a sheet begin, and what stands above them. */
export interface TableHead {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
  /** `单位：万元` above the headings. */
  readonly moneyUnit: string | undefined;
}

/** A title, a note and a unit may stand above the headings; more rows than this are none of these. */
const furthest = 10;

function statedUnit(rows: readonly SheetRow[]): string | undefined {
  for (const { cells } of rows)
    for (const cell of cells) {
      const unit = /单位[:：]\s*(?:人民币)?\s*([^\s)）]+)/u.exec(cellText(cell))?.[1];
      if (unit !== undefined && findUnit(unit)?.dimension === 'money') return unit;
    }
  return undefined;
}

/** The headings are the row that has one for the credit code, else the first row of several cells. */
export function tableHead({ rows }: Sheet): TableHead {
  const first = rows.slice(0, furthest);
  const withCode = first.findIndex(({ cells }) =>
    cells.some((cell) => isCodeHeading(cellText(cell))),
  );
  const several = first.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const at = Math.max(withCode < 0 ? several : withCode, 0);
  const headings = (rows[at]?.cells ?? []).map((cell) =>
    cellText(cell).replace(/\s+/gu, ' ').trim(),
  );
  return { headings, rows: rows.slice(at + 1), moneyUnit: statedUnit(rows.slice(0, at)) };
}
