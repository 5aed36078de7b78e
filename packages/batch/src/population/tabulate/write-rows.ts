import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Vocabulary } from '@luodi/language';
import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import { sqlType } from '../read/attach-population.ts';
import { tableMeaning } from '../read/column-meaning.ts';
import type { TextRow } from '../read/fact-set-of.ts';
import type { TabulatedRows } from './tabulate-facts.ts';

async function appendTexts(
  connection: DuckDBConnection,
  columns: readonly string[],
  rows: readonly TextRow[],
): Promise<void> {
  const list = columns.map((column) => `${doubleQuoted(column)} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE given_rows (${list.join(', ')})`);
  const appender = await connection.createAppender('given_rows');
  for (const row of rows) {
    for (const column of columns) {
      const cell = row[column] ?? null;
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** Writes the rows of every table as one Parquet file each (`enterprise.parquet`), the columns in the types that a population has. */
export async function writeRows(
  rowsByTable: TabulatedRows,
  folder: string,
  vocabulary: Vocabulary,
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const [table, rows] of rowsByTable) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      await appendTexts(connection, columns, rows);
      const meaning = tableMeaning(table, vocabulary);
      const typed = columns.map((column) => {
        const kind = meaning?.of(column)?.kind ?? 'text';
        return `CAST(${doubleQuoted(column)} AS ${sqlType(kind)}) AS ${doubleQuoted(column)}`;
      });
      await connection.run(
        `COPY (SELECT ${typed.join(', ')} FROM given_rows) TO ${singleQuoted(join(folder, `${table}.parquet`))} (FORMAT parquet)`,
      );
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
