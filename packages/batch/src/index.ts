/** Rules for a whole population: as SQL, run over everybody, simulated before they are issued. */
export type { CompiledRule, PopulationTables, RuleFault } from './compile/index.ts';
export { compileRule, printRule } from './compile/index.ts';
export * as dialects from './dialect/index.ts';
export type { PopulationFault, PopulationPlan } from './population/index.ts';
export { generatePopulation, readProfile } from './population/index.ts';
export type {
  BatchOptions,
  BatchProgress,
  MeasureSummary,
  RunFault,
  RunSummary,
  Tally,
} from './run/index.ts';
export { runBatch } from './run/index.ts';
