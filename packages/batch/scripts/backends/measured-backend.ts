import type { Dialect } from '../../src/sql/dialect.ts';
import type { CityTables } from './city-tables.ts';

/** A database that holds the tables of a city. */
export interface LoadedBackend {
  /** Every row of a query. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Processor seconds that its processes took so far; `undefined` where they cannot be had. */
  processorSeconds(): number | undefined;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** A database that rules are measured on. */
export interface MeasuredBackend {
  readonly name: string;
  readonly dialect: Dialect;
  /** Why it cannot be had on this machine. */
  readonly missing: string | undefined;
  /** Starts it with the tables in it. */
  load(city: CityTables): Promise<LoadedBackend>;
}
