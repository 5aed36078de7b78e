import type { DuckDBConnection } from '@duckdb/node-api';
import type { Vocabulary } from '@luodi/language';
import { doubleQuoted } from '../../dialect/quoting.ts';
import { enterpriseId, enterpriseTable, paymentTable } from '../columns.ts';
import type { Population } from './describe-population.ts';
import { factSetOf } from './fact-set-of.ts';
import type { RawFacts, TextRow } from './fact-set-of.ts';

function textRow(row: Readonly<Record<string, unknown>>): TextRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? cell : null]),
  );
}

async function rowsOf(
  connection: DuckDBConnection,
  table: string,
  columns: ReadonlySet<string>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TextRow[]>> {
  const places = ids.map((_, index) => `$${index + 1}`).join(', ');
  const list = [...new Set([enterpriseId, ...columns])].map((name) => {
    const quoted = doubleQuoted(name);
    return `${quoted}::VARCHAR AS ${quoted}`;
  });
  const reader = await connection.runAndReadAll(
    `SELECT ${list.join(', ')} FROM ${doubleQuoted(table)} WHERE ${enterpriseId} IN (${places})`,
    [...ids],
  );
  const byId = new Map<string, TextRow[]>();
  for (const raw of reader.getRowObjects()) {
    const row = textRow(raw);
    const id = row[enterpriseId] ?? '';
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [row]);
    else known.push(row);
  }
  return byId;
}

/**
 * Enterprises of a population by their ids, each as the facts that it would state itself (for `readFacts`), as far as the tables and
 * columns of the population are given. An id that is not there is not in the answer.
 */
export async function readApplicants(
  connection: DuckDBConnection,
  population: Population,
  ids: readonly string[],
  vocabulary: Vocabulary,
): Promise<ReadonlyMap<string, RawFacts>> {
  if (ids.length === 0) return new Map();
  const tables = new Map<string, ReadonlyMap<string, readonly TextRow[]>>();
  for (const [table, columns] of population.tables)
    tables.set(table, await rowsOf(connection, table, columns, ids));
  const facts = new Map<string, RawFacts>();
  for (const [id, [row]] of tables.get(enterpriseTable) ?? []) {
    if (row === undefined) continue;
    const items = new Map([...tables].map(([table, byId]) => [table, byId.get(id) ?? []]));
    facts.set(id, factSetOf(row, items, items.get(paymentTable) ?? [], vocabulary));
  }
  return facts;
}
