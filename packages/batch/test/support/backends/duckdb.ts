import { DuckDBInstance } from '@duckdb/node-api';
import { duckdb } from '../../../src/dialect/index.ts';
import type { BackendSource } from './backend.ts';

/** DuckDB in this process and in memory. */
export const duckdbSource: BackendSource = {
  name: 'DuckDB',
  missing: undefined,
  async open() {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    return {
      dialect: duckdb,
      run: async (sql) => {
        await connection.run(sql);
      },
      query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
      close: () => {
        connection.closeSync();
        instance.closeSync();
        return Promise.resolve();
      },
    };
  },
};
