/** The databases that rules can run in. */
import { clickhouse } from './clickhouse.ts';
import { duckdb } from './duckdb.ts';
import { postgres } from './postgres.ts';

export { daysSince1970 } from './clickhouse-calendar.ts';
export { clickhouseSettings } from './clickhouse-settings.ts';
export type { ClickHouseSettings } from './clickhouse-settings.ts';
export { clickhouse, duckdb, postgres };

/** By name. */
export const dialects = { duckdb, postgres, clickhouse } as const;
