import type { DuckDBConnection } from '@duckdb/node-api';

/** Names and types of the columns of a relation, in order; none if there is no such relation. */
export async function columnsOf(
  connection: DuckDBConnection,
  relation: string,
): Promise<readonly { readonly name: string; readonly type: string }[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
  return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/** Names of the tables and views of a schema. */
export async function relationsOf(
  connection: DuckDBConnection,
  schema: string,
): Promise<ReadonlySet<string>> {
  const reader = await connection.runAndReadAll(
    'SELECT table_name FROM information_schema.tables WHERE table_schema = $1',
    [schema],
  );
  return new Set(reader.getRows().map(([name]) => String(name)));
}
