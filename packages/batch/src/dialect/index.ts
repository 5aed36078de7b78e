/** The databases that rules can run in. */
export { clickhouse } from './clickhouse.ts';
export { daysSince1970 } from './clickhouse-calendar.ts';
export { clickhouseSettings } from './clickhouse-settings.ts';
export type { ClickHouseSettings } from './clickhouse-settings.ts';
export { duckdb } from './duckdb.ts';
export { postgres } from './postgres.ts';
