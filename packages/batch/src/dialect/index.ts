/** The databases that rules can run in. */
export { clickhouse } from './clickhouse.ts';
export { duckdb } from './duckdb.ts';
export { postgres } from './postgres.ts';
