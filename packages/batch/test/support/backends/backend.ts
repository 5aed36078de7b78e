import type { Dialect } from '../../../src/sql/dialect.ts';
import { createTable, insertRows } from '../applicant-tables.ts';
import type { Applicants } from '../applicant-tables.ts';

/** A row of a result; numbers as text where they may be large. */
export type ResultRow = Readonly<Record<string, unknown>>;

/** A database that runs rules. */
export interface Backend {
  readonly dialect: Dialect;
  /** Runs a statement that yields nothing. */
  run(sql: string): Promise<void>;
  query(sql: string): Promise<readonly ResultRow[]>;
  close(): Promise<void>;
}

/** How to come by a backend, or why there is none here. */
export interface BackendSource {
  readonly name: string;
  readonly missing: string | undefined;
  open(): Promise<Backend | { readonly missing: string }>;
}

/** Creates the tables of the applicants and fills them; `engine` as for `createTable`. */
export async function load(backend: Backend, applicants: Applicants, engine = ''): Promise<void> {
  for (const [name, table] of applicants.tables) {
    await backend.run(createTable(name, table, backend.dialect, engine));
    for (const insert of insertRows(name, table, backend.dialect)) await backend.run(insert);
  }
}
