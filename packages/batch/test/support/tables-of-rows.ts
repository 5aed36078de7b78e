import type { Vocabulary } from '@luodi/language';
import { enterpriseId } from '../../src/population/columns.ts';
import type { ColumnKind } from '../../src/population/columns.ts';
import { tableMeaning } from '../../src/population/read/column-meaning.ts';
import { tablesSpokenOf } from '../../src/population/read/spoken-of.ts';
import type { TabulatedRows } from '../../src/population/tabulate/tabulate-facts.ts';
import type { ApplicantTable, Cell, Row } from './applicant-tables.ts';

function cellOf(text: string | null | undefined, kind: ColumnKind): Cell {
  if (text === null || text === undefined) return null;
  switch (kind) {
    case 'truth':
      return text === 'true';
    case 'whole':
      return BigInt(text);
    case 'decimal':
      return BigInt(text.replace('.', ''));
    case 'date':
    case 'text':
      return text;
  }
}

/** Tabulated applicants as tables of a test database; ids of enterprises are whole numbers there. */
export function tablesOf(
  applicants: readonly TabulatedRows[],
  vocabulary: Vocabulary,
): ReadonlyMap<string, ApplicantTable> {
  const names = new Set(applicants.flatMap((rows) => [...rows.keys()]));
  const kindsOf = (name: string, columns: Iterable<string>): ReadonlyMap<string, ColumnKind> => {
    const meaning = tableMeaning(name, vocabulary);
    return new Map(
      [...columns].map((column) => {
        const kind = column === enterpriseId ? 'whole' : (meaning?.of(column)?.kind ?? 'text');
        return [column, kind];
      }),
    );
  };
  const tables = new Map<string, ApplicantTable>();
  for (const name of names) {
    const given = applicants.flatMap((own) => own.get(name) ?? []);
    const columns = kindsOf(name, new Set(given.flatMap((row) => Object.keys(row))));
    const rows = given.map(
      (row): Row =>
        Object.fromEntries(
          [...columns].map(([column, kind]) => [column, cellOf(row[column], kind)]),
        ),
    );
    tables.set(name, { columns, rows });
  }
  const has = new Map([...tables].map(([name, { columns }]) => [name, new Set(columns.keys())]));
  for (const [name, columns] of tablesSpokenOf(has, vocabulary))
    tables.set(name, { columns: kindsOf(name, columns), rows: [] });
  return tables;
}
