import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Content } from '@luodi/language';
import type { Bilingual } from '@luodi/evaluation';
import { doubleQuoted } from '../../dialect/quoting.ts';
import { enterpriseId, enterpriseTable } from '../columns.ts';
import type { PopulationFault } from '../population-fault.ts';
import { givenSchema } from './attach-population.ts';
import { columnChecks } from './column-checks.ts';
import { possibleTables, tableMeaning } from './column-meaning.ts';
import { columnsOf, relationsOf } from './relation-columns.ts';
import { neededColumns, orphanCheck, tableChecks } from './table-checks.ts';

/** One fault for all rows that fail a test. */
function faultOf(
  place: string,
  rows: bigint,
  example: string,
  check: { readonly message: Bilingual; readonly hint: Bilingual },
): PopulationFault {
  return {
    code: 'faulty_population',
    place,
    message: {
      zh: `${rows} 行${check.message.zh}，如 ${example}`,
      en: `${rows} ${rows === 1n ? 'row' : 'rows'}: ${check.message.en}, such as ${example}`,
    },
    hint: check.hint,
  };
}

interface Relation {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

async function firstRow(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly DuckDBValue[]> {
  const [row = []] = (await connection.runAndReadAll(sql)).getRows();
  return row;
}

/** Tests of single columns, a hundred to a query so that a table is read few times; an example is looked for only where rows fail. */
async function columnFaults(
  connection: DuckDBConnection,
  { table, name, columns }: Relation,
  content: Content,
): Promise<PopulationFault[]> {
  const meaning = tableMeaning(table, content.vocabulary);
  const checks = columns.flatMap((column) => {
    const means = meaning?.of(column.name);
    return means === undefined
      ? []
      : columnChecks(column.name, column.type, means, content.vocabulary);
  });
  const faults: PopulationFault[] = [];
  for (let from = 0; from < checks.length; from += 100) {
    const part = checks.slice(from, from + 100);
    const counts = part.map(({ fails }) => `count(*) FILTER (${fails})`);
    const row = await firstRow(connection, `SELECT ${counts.join(', ')} FROM ${name}`);
    for (const [index, check] of part.entries()) {
      const rows = row[index];
      if (typeof rows !== 'bigint' || rows === 0n) continue;
      const id = `${doubleQuoted(enterpriseId)}::VARCHAR`;
      const [example] = await firstRow(
        connection,
        `SELECT min(${id}) FROM ${name} WHERE ${check.fails}`,
      );
      faults.push(faultOf(`${table}.${check.column}`, rows, String(example), check));
    }
  }
  return faults;
}

async function tableFaults(
  connection: DuckDBConnection,
  { table, columns }: Relation,
  named: (table: string) => string,
  content: Content,
): Promise<PopulationFault[]> {
  const present = new Set(columns.map((column) => column.name));
  const faults: PopulationFault[] = [];
  for (const check of tableChecks(table, present, named, content)) {
    const [rows, example] = await firstRow(
      connection,
      `SELECT count(*), min(id) FROM (${check.rows})`,
    );
    if (typeof rows === 'bigint' && rows > 0n)
      faults.push(faultOf(`${table}.${check.column}`, rows, String(example), check));
  }
  return faults;
}

/** Items and payments of nobody, in all the tables that say whose they are. */
async function orphanFaults(
  connection: DuckDBConnection,
  tables: readonly string[],
  named: (table: string) => string,
): Promise<PopulationFault[]> {
  if (tables.length === 0) return [];
  const check = orphanCheck(tables, named);
  const reader = await connection.runAndReadAll(
    `SELECT "table", count(*), min(id) FROM (${check.rows}) GROUP BY "table" ORDER BY "table"`,
  );
  return reader
    .getRows()
    .flatMap(([table, rows, example]) =>
      typeof rows === 'bigint'
        ? [faultOf(`${String(table)}.${check.column}`, rows, String(example), check)]
        : [],
    );
}

function missingColumns({ table, columns }: Relation): PopulationFault[] {
  const present = new Set(columns.map(({ name }) => name));
  return neededColumns(table)
    .filter((column) => !present.has(column))
    .map((column) => ({
      code: 'faulty_population',
      place: `${table}.${column}`,
      message: { zh: '没有这一列', en: 'there is no such column' },
      hint: {
        zh: `请给表 ${table} 加上 ${column}`,
        en: `give the table ${table} a column ${column}`,
      },
    }));
}

/**
 * Whether a population can be reckoned with: types, bounds, signs, members of lists, one row for each enterprise and item, no item without
 * its enterprise. Each fault names table and column, how many rows fail and one of them, and how to mend it. `schema` is where the tables
 * stand as they were given.
 */
export async function validatePopulation(
  connection: DuckDBConnection,
  content: Content,
  schema = givenSchema,
): Promise<readonly PopulationFault[]> {
  const present = await relationsOf(connection, schema);
  const named = (table: string) => `${doubleQuoted(schema)}.${doubleQuoted(table)}`;
  if (!present.has(enterpriseTable))
    return [
      {
        code: 'not_a_population',
        place: enterpriseTable,
        message: { zh: '没有企业表', en: 'there is no table of enterprises' },
        hint: { zh: '请给出表 enterprise', en: 'give a table called enterprise' },
      },
    ];
  const faults: PopulationFault[] = [];
  const owned: string[] = [];
  for (const table of possibleTables(content.vocabulary)) {
    if (!present.has(table)) continue;
    const name = named(table);
    const relation = { table, name, columns: await columnsOf(connection, name) };
    const lacking = missingColumns(relation);
    faults.push(...lacking);
    // Nothing can be told of items while it is not known which enterprises there are.
    if (lacking.length > 0 && table === enterpriseTable) return faults;
    if (lacking.length > 0) continue;
    faults.push(...(await columnFaults(connection, relation, content)));
    faults.push(...(await tableFaults(connection, relation, named, content)));
    if (table !== enterpriseTable) owned.push(table);
  }
  return [...faults, ...(await orphanFaults(connection, owned, named))];
}
