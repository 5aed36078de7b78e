import { clickhouse, clickhouseSettings } from '../../../src/dialect/index.ts';
import { openChdb } from '../chdb.ts';
import type { BackendSource } from './backend.ts';
import { exactRows } from './exact-rows.ts';

/** Today's ClickHouse inside this process. */
export const chdbSource: BackendSource = {
  name: "today's ClickHouse",
  missing: undefined,
  async open() {
    const opened = await openChdb();
    if (opened.kind === 'missing') return { missing: opened.reason };
    const { chdb } = opened;
    const rowsOf = (sql: string) => exactRows(chdb.query(sql));
    const version = String(rowsOf('SELECT version() AS version')[0]?.['version']);
    for (const [name, value] of Object.entries(clickhouseSettings(version)))
      chdb.query(`SET ${name} = ${typeof value === 'number' ? value : `'${value}'`}`);
    return {
      dialect: clickhouse,
      run: (sql) => {
        chdb.query(sql);
        return Promise.resolve();
      },
      query: (sql) => Promise.resolve(rowsOf(sql)),
      close: () => {
        chdb.close();
        return Promise.resolve();
      },
    };
  },
};
