import { PGlite } from '@electric-sql/pglite';
import { postgres } from '../../../src/dialect/index.ts';
import type { BackendSource, ResultRow } from './backend.ts';

/** PostgreSQL as WebAssembly in this process. */
export const pgliteSource: BackendSource = {
  name: 'PGlite',
  missing: undefined,
  async open() {
    const database = await PGlite.create();
    return {
      dialect: postgres,
      run: async (sql) => {
        await database.exec(sql);
      },
      query: async (sql) => (await database.query<ResultRow>(sql)).rows,
      close: () => database.close(),
    };
  },
};
