import { duckdb } from '../../src/dialect/index.ts';
import { doubleQuoted } from '../../src/dialect/quoting.ts';
import type { MeasuredBackend } from './measured-backend.ts';
import { processorSeconds } from './processor-seconds.ts';

/** DuckDB in this process, the tables in memory. */
export const duckdbBackend: MeasuredBackend = {
  name: 'DuckDB',
  dialect: duckdb,
  missing: undefined,
  async load({ session, tables }) {
    await session.run('CREATE SCHEMA loaded');
    for (const { name, columns } of tables) {
      const list = columns.map(([column]) => doubleQuoted(column)).join(', ');
      await session.run(
        `CREATE TABLE loaded.${doubleQuoted(name)} AS SELECT ${list} FROM main.${doubleQuoted(name)}`,
      );
    }
    await session.run('USE memory.loaded');
    const rows = async (sql: string) =>
      (await session.connection.runAndReadAll(sql)).getRowObjects();
    return {
      rows,
      processorSeconds: () => processorSeconds([process.pid]),
      async close() {
        await session.run('USE memory.main');
        await session.run('DROP SCHEMA loaded CASCADE');
      },
    };
  },
};
