/** Runs over a whole population: rules answered, combinations weighed, results kept and summed up. */
export type { BatchOptions, BatchProgress } from './duckdb/run-batch.ts';
export { runBatch } from './duckdb/run-batch.ts';
export type { RunFault } from './run-fault.ts';
export type { MeasureSummary, NamedTally, RunSummary } from './summary.ts';
