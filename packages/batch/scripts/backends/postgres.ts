import { chmod } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { postgres } from '../../src/dialect/index.ts';
import { doubleQuoted, singleQuoted } from '../../src/dialect/quoting.ts';
import { enterpriseId } from '../../src/population/columns.ts';
import {
  postgresProgramsMissing,
  startNewPostgresServer,
} from '../../test/support/postgres-server.ts';
import type { CityTables } from './city-tables.ts';
import type { MeasuredBackend } from './measured-backend.ts';
import { parentOf, processorSeconds } from './processor-seconds.ts';

/** The server reads the files itself, under its own account. */
async function loadTables(client: pg.Client, city: CityTables): Promise<void> {
  for (const table of city.tables) {
    const name = doubleQuoted(table.name);
    const list = table.columns.map(
      ([column, kind]) => `${doubleQuoted(column)} ${postgres.columnType(kind)}`,
    );
    await client.query(`CREATE UNLOGGED TABLE ${name} (${list.join(', ')})`);
    const file = await city.csv(table, (column) => doubleQuoted(column));
    await chmod(dirname(file), 0o755);
    await client.query(`COPY ${name} FROM ${singleQuoted(file)} (FORMAT csv, NULL '\\N')`);
    await client.query(`CREATE INDEX ON ${name} (${doubleQuoted(enterpriseId)})`);
    await client.query(`ANALYZE ${name}`);
  }
}

/** A PostgreSQL server of this machine, started for the purpose. */
export const postgresBackend: MeasuredBackend = {
  name: 'PostgreSQL',
  dialect: postgres,
  missing: postgresProgramsMissing(),
  async load(city) {
    const server = await startNewPostgresServer();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await loadTables(client, city);
    await client.query(`SET work_mem = '256MB'`);
    const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
    const found = await client.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid');
    const pid = found.rows[0]?.pid ?? 0;
    // Parallel workers are children of the server that end with their query.
    const processes = [pid, parentOf(pid)];
    return {
      rows,
      processorSeconds: () => processorSeconds(processes),
      async close() {
        await client.end();
        await server.stop();
      },
    };
  },
};
