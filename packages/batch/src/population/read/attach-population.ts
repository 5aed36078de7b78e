import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import { doubleQuoted, singleQuoted } from '../../dialect/quoting.ts';
import { enterpriseTable } from '../columns.ts';
import type { ColumnKind } from '../columns.ts';
import { unfinished } from '../generate/population-manifest.ts';
import type { PopulationFault } from '../population-fault.ts';
import { possibleTables, tableMeaning } from './column-meaning.ts';
import { columnsOf } from './relation-columns.ts';
import { tablesSpokenOf } from './spoken-of.ts';

/** The schema in which the tables stand as they were given, before their texts are read as numbers and dates. */
export const givenSchema = 'given';

const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  truth: 'BOOLEAN',
  whole: 'BIGINT',
  decimal: 'DECIMAL(18,6)',
  date: 'DATE',
  text: 'VARCHAR',
};

/** The type that a column of a kind has in DuckDB. */
export function sqlType(kind: ColumnKind): string {
  return sqlTypes[kind];
}

/** The file or files of a table in a folder: `enterprise/*.parquet`, `enterprise.parquet`, or the same with csv. */
async function filesOf(folder: string, table: string, present: readonly string[]) {
  for (const format of ['parquet', 'csv'] as const) {
    const one = join(folder, `${table}.${format}`);
    if (present.includes(`${table}.${format}`))
      return { format, pattern: one, bytes: (await stat(one)).size };
    if (!present.includes(table)) continue;
    const inside = await readdir(join(folder, table));
    const parts = inside.filter((name) => name.endsWith(`.${format}`));
    const sizes = await Promise.all(
      parts.map(async (name) => (await stat(join(folder, table, name))).size),
    );
    if (parts.length > 0)
      return {
        format,
        pattern: join(folder, table, `*.${format}`),
        bytes: sizes.reduce((sum, size) => sum + size, 0),
      };
  }
  return undefined;
}

/** CSV files of so many bytes together are kept in memory: each query of a file finds out anew what its columns are, which takes seconds where there are hundreds. */
const mostKept = 256 * 1024 * 1024;

function relation({ format, pattern }: { format: 'parquet' | 'csv'; pattern: string }): string {
  return format === 'parquet'
    ? `read_parquet(${singleQuoted(pattern)})`
    : `read_csv(${singleQuoted(pattern)}, header = true, all_varchar = true)`;
}

async function attachEmpty(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  vocabulary: Vocabulary,
): Promise<void> {
  const meaning = tableMeaning(table, vocabulary);
  const none = columns.map(
    (column) => `NULL::${sqlType(meaning?.of(column)?.kind ?? 'text')} AS ${doubleQuoted(column)}`,
  );
  await connection.run(
    `CREATE OR REPLACE VIEW ${doubleQuoted(table)} AS SELECT ${none.join(', ')} WHERE false`,
  );
}

/**
 * Makes the tables of a folder (Parquet or CSV) known to a connection, under their names, each column in the type of its kind. As they
 * were given they stand in the schema `given`, for {@link validatePopulation}: what cannot be read as its type is null here.
 */
export async function attachPopulation(
  connection: DuckDBConnection,
  folder: string,
  vocabulary: Vocabulary,
): Promise<Result<void, readonly PopulationFault[]>> {
  const present = await readdir(folder).catch((): string[] => []);
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${givenSchema}`);
  if (present.includes(unfinished))
    return fail([
      {
        code: 'not_a_population',
        place: folder,
        message: { zh: '生成没有完成', en: 'this population was not finished' },
        hint: { zh: '请重新生成', en: 'generate it again' },
      },
    ]);
  const tables = new Map<string, ReadonlySet<string>>();
  let kept = 0;
  for (const table of possibleTables(vocabulary)) {
    const files = await filesOf(folder, table, present);
    if (files === undefined) continue;
    const name = doubleQuoted(table);
    const given = `${givenSchema}.${name}`;
    const keeps = files.format === 'csv' && kept + files.bytes <= mostKept;
    kept += keeps ? files.bytes : 0;
    await connection.run(
      `CREATE OR REPLACE ${keeps ? 'TABLE' : 'VIEW'} ${given} AS SELECT * FROM ${relation(files)}`,
    );
    const meaning = tableMeaning(table, vocabulary);
    const columns = (await columnsOf(connection, given)).flatMap(({ name: column }) => {
      const kind = meaning?.of(column)?.kind;
      return kind === undefined ? [] : [{ column, kind }];
    });
    if (columns.length === 0) continue;
    const read = columns.map(({ column, kind }) => {
      const quoted = doubleQuoted(column);
      return `TRY_CAST(${quoted} AS ${sqlType(kind)}) AS ${quoted}`;
    });
    await connection.run(
      `CREATE OR REPLACE VIEW ${name} AS SELECT ${read.join(', ')} FROM ${given}`,
    );
    tables.set(table, new Set(columns.map(({ column }) => column)));
  }
  for (const [table, columns] of tablesSpokenOf(tables, vocabulary))
    await attachEmpty(connection, table, columns, vocabulary);
  if (tables.has(enterpriseTable)) return ok(undefined);
  return fail([
    {
      code: 'not_a_population',
      place: folder,
      message: { zh: '没有企业表', en: 'there is no table of enterprises' },
      hint: {
        zh: '请放 enterprise/*.parquet 或 enterprise.csv',
        en: 'put enterprise/*.parquet or enterprise.csv there',
      },
    },
  ]);
}
