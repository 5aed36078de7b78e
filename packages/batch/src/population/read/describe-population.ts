import type { DuckDBConnection } from '@duckdb/node-api';
import type { Vocabulary } from '@luodi/language';
import { doubleQuoted } from '../../dialect/quoting.ts';
import { enterpriseTable } from '../columns.ts';
import { possibleTables, tableMeaning } from './column-meaning.ts';
import { columnsOf, relationsOf } from './relation-columns.ts';

/** Which tables and columns a population has. What it does not have is unknown of everybody. */
export interface Population {
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** Number of enterprises. */
  readonly size: number;
  /** Columns that no fact of the vocabulary has: nobody reads them. As `table.column`. */
  readonly unread: readonly string[];
}

/** Describes the tables and views of a connection's schema as a population. Without a table of enterprises its size is 0. */
export async function describePopulation(
  connection: DuckDBConnection,
  vocabulary: Vocabulary,
  schema = 'main',
): Promise<Population> {
  const present = await relationsOf(connection, schema);
  const tables = new Map<string, ReadonlySet<string>>();
  const unread: string[] = [];
  for (const table of possibleTables(vocabulary)) {
    if (!present.has(table)) continue;
    const meaning = tableMeaning(table, vocabulary);
    const columns = await columnsOf(connection, `${doubleQuoted(schema)}.${doubleQuoted(table)}`);
    const read = columns.filter(({ name }) => meaning?.of(name) !== undefined);
    tables.set(table, new Set(read.map(({ name }) => name)));
    for (const { name } of columns)
      if (meaning?.of(name) === undefined) unread.push(`${table}.${name}`);
  }
  if (!present.has(enterpriseTable)) return { tables, size: 0, unread };
  const counted = await connection.runAndReadAll(
    `SELECT count(*) FROM ${doubleQuoted(schema)}.${doubleQuoted(enterpriseTable)}`,
  );
  return { tables, size: Number(counted.getRows()[0]?.[0] ?? 0), unread };
}
