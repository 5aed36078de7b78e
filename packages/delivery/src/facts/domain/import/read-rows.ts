import type { Vocabulary } from '@luodi/language';
import { readCreditCode } from '../credit-code.ts';
import type { CellFault } from './cell-fault.ts';
import type { ColumnMeaning, SheetMapping } from './column-meaning.ts';
import { eachInSteps } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
import { readCell, readText } from './read-cell.ts';
import { cellText } from './sheet.ts';
import type { SheetRow } from './sheet.ts';
import type { TableHead } from './table-head.ts';

/** One value that a row states. */
export interface StatedValue {
  readonly fact: string;
  readonly year: number | undefined;
  readonly value: unknown;
}

/** A row of an enterprise, read. With faults it is not taken. */
export interface ReadRow {
  readonly number: number;
  readonly creditCode: string | undefined;
  readonly name: string;
  readonly values: readonly StatedValue[];
  readonly faults: readonly CellFault[];
}

/** A row that is no enterprise's: totals and notes under the table. */
export interface SkippedRow {
  readonly number: number;
  readonly kind: 'total' | 'note';
  readonly text: string;
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedRow[];
}

const totalWords =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*和|total|sum|subtotal)\b|^(?:合|总|小|共)\s*计/iu;

function placeOf(columns: readonly ColumnMeaning[], kind: ColumnMeaning['kind']): number {
  return columns.findIndex((meaning) => meaning.kind === kind);
}

/** A row without a code that says it is a total, or that has a single cell. */
function skippedKind(row: SheetRow, codeAt: number): SkippedRow['kind'] | undefined {
  const code = cellText(row.cells[codeAt]);
  const filled = row.cells.map(cellText).filter((text) => text !== '');
  if (totalWords.test(code) || (code === '' && totalWords.test(filled[0] ?? ''))) return 'total';
  return filled.length === 1 && (code === '' || /^(?:注|说明|备注|填表|审核|制表)/u.test(code))
    ? 'note'
    : undefined;
}

function readYear(row: SheetRow, at: number): number | CellFault | undefined {
  const text = cellText(row.cells[at]).trim();
  if (text === '') return undefined;
  const digits = /^((?:19|20)\d{2})\s*(?:年度?)?$/u.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  return {
    row: row.number,
    column: at,
    code: 'bad_year',
    found: text,
    message: { zh: `“${text}”不是年份`, en: `“${text}” is not a year` },
    hint: { zh: '请写成 2024 这样', en: 'write it like 2024' },
  };
}

interface RowReader {
  readonly mapping: SheetMapping;
  readonly vocabulary: Vocabulary;
  readonly year: number | undefined;
  readonly codeAt: number;
  readonly nameAt: number;
  readonly yearAt: number;
}

function readRow(row: SheetRow, reader: RowReader): ReadRow {
  const { mapping, vocabulary, codeAt, nameAt, yearAt } = reader;
  const faults: CellFault[] = [];
  const found = (column: number) => cellText(row.cells[column]);
  const codeText = readText(row.cells[codeAt]);
  const code = codeText.ok ? readCreditCode(codeText.value) : codeText;
  if (!code.ok) {
    const { code: fault, message, hint } = code.error;
    faults.push({
      row: row.number,
      column: codeAt,
      code: fault,
      found: found(codeAt),
      message,
      hint,
    });
  }
  const stated = readYear(row, yearAt);
  if (typeof stated === 'object') faults.push(stated);
  const rowYear = typeof stated === 'number' ? stated : reader.year;
  const values: StatedValue[] = [];
  mapping.columns.forEach((meaning, column) => {
    if (meaning.kind !== 'fact') return;
    const fact = vocabulary.factsById.get(meaning.fact);
    if (fact === undefined) return;
    const read = readCell(row.cells[column], fact, meaning.unit, vocabulary);
    if (!read.ok) {
      const { code: fault, message, hint } = read.error;
      faults.push({ row: row.number, column, code: fault, found: found(column), message, hint });
      return;
    }
    if (read.value === undefined) return;
    const year = fact.annual ? (meaning.year ?? rowYear) : undefined;
    if (fact.annual && year === undefined)
      faults.push({
        row: row.number,
        column,
        code: 'year_needed',
        found: found(column),
        message: {
          zh: `“${fact.name}”不知道是哪一年`,
          en: `the year of “${fact.nameEn}” is not known`,
        },
        hint: { zh: '请在“年度”一列写年份', en: 'give the year in the column “年度”' },
      });
    else values.push({ fact: fact.id, year, value: read.value });
  });
  return {
    number: row.number,
    creditCode: code.ok ? code.value : undefined,
    name: nameAt < 0 ? '' : found(nameAt).trim(),
    values,
    faults,
  };
}

/** Reads the rows under the headings by a mapping that was checked. Totals and notes are told apart, not read. */
export function* readRows(
  head: TableHead,
  mapping: SheetMapping,
  vocabulary: Vocabulary,
  year: number | undefined,
): InSteps<ReadRows> {
  const { columns } = mapping;
  const reader: RowReader = {
    mapping,
    vocabulary,
    year,
    codeAt: placeOf(columns, 'credit_code'),
    nameAt: placeOf(columns, 'name'),
    yearAt: placeOf(columns, 'year'),
  };
  const rows: ReadRow[] = [];
  const skipped: SkippedRow[] = [];
  yield* eachInSteps(head.rows, (row) => {
    const kind = skippedKind(row, reader.codeAt);
    if (kind === undefined) rows.push(readRow(row, reader));
    else {
      const text = row.cells.map(cellText).find((each) => each !== '') ?? '';
      skipped.push({ number: row.number, kind, text });
    }
  });
  return { rows, skipped };
}
