import type { FactSet } from '@luodi/evaluation';
import type { PopulationTables } from '../../src/compile/index.ts';
import type { ColumnKind } from '../../src/population/columns.ts';
import type { Dialect } from '../../src/sql/dialect.ts';
import { parseDate } from '@luodi/kernel';

/** A cell whatever the backend: whole numbers as they are, decimals in millionths, dates as `2026-01-31`. */
export type Cell = bigint | boolean | string | null;
export type Row = Readonly<Record<string, Cell>>;

export interface ApplicantTable {
  readonly columns: ReadonlyMap<string, ColumnKind>;
  readonly rows: readonly Row[];
}

/** Applicants as tables and as the evaluator takes them; the id of an enterprise is its place in `facts`. */
export interface Applicants {
  readonly tables: ReadonlyMap<string, ApplicantTable>;
  readonly facts: readonly FactSet[];
}

/** Which columns the tables have. */
export function populationOf({ tables }: Applicants): PopulationTables {
  return new Map([...tables].map(([name, { columns }]) => [name, new Set(columns.keys())]));
}

/** A CREATE TABLE; `engine` is what ClickHouse wants after the columns. */
export function createTable(
  name: string,
  { columns }: ApplicantTable,
  dialect: Dialect,
  engine = '',
): string {
  const list = [...columns].map(
    ([column, kind]) => `${dialect.identifier(column)} ${dialect.columnType(kind)}`,
  );
  return `CREATE TABLE ${dialect.identifier(name)} (${list.join(', ')})${engine}`;
}

function decimalText(millionths: bigint): string {
  const size = millionths < 0n ? -millionths : millionths;
  const digits = String(size % 1_000_000n).padStart(6, '0');
  return `${millionths < 0n ? '-' : ''}${size / 1_000_000n}.${digits}`;
}

function cellSql(cell: Cell | undefined, kind: ColumnKind, dialect: Dialect): string {
  if (cell === null || cell === undefined) return 'NULL';
  if (typeof cell === 'boolean') return dialect.truth(cell);
  if (typeof cell === 'bigint') return kind === 'decimal' ? decimalText(cell) : cell.toString();
  const date = kind === 'date' ? parseDate(cell) : undefined;
  return date === undefined ? dialect.text(cell) : dialect.date(date);
}

const rowsAtOnce = 25;

/** INSERTs of all rows, some rows each. */
export function insertRows(
  name: string,
  { columns, rows }: ApplicantTable,
  dialect: Dialect,
): readonly string[] {
  const lines = rows.map(
    (row) =>
      `(${[...columns].map(([column, kind]) => cellSql(row[column], kind, dialect)).join(', ')})`,
  );
  return Array.from({ length: Math.ceil(lines.length / rowsAtOnce) }, (_, part) => {
    const some = lines.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce);
    return `INSERT INTO ${dialect.identifier(name)} VALUES ${some.join(', ')}`;
  });
}
