import pg from 'pg';
import { postgres } from '../../../src/dialect/index.ts';
import { postgresMissing, startPostgresServer } from '../postgres-server.ts';
import type { BackendSource } from './backend.ts';

/** A PostgreSQL server. */
export const postgresSource: BackendSource = {
  name: 'PostgreSQL',
  missing: postgresMissing(),
  async open() {
    const server = await startPostgresServer();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const schema = `rules_${process.pid}`;
    await client.query(`CREATE SCHEMA ${schema}`);
    await client.query(`SET search_path TO ${schema}`);
    return {
      dialect: postgres,
      run: async (sql) => {
        await client.query(sql);
      },
      query: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
      close: async () => {
        await client.query(`DROP SCHEMA ${schema} CASCADE`);
        await client.end();
        await server.stop();
      },
    };
  },
};
