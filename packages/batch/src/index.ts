/** Rules for a whole population: as SQL, run over everybody, simulated before they are issued. */
export type { ClusterSummary } from './cluster/index.ts';
export { runOnCluster } from './cluster/index.ts';
export type { CompiledRule, PopulationTables, RuleFault, RulesText } from './compile/index.ts';
export { compileRule, everyColumn, printRule, printRules } from './compile/index.ts';
export { dialects } from './dialect/index.ts';
export type { PopulationFault, PopulationPlan } from './population/index.ts';
export {
  copyFromPostgres,
  englishName,
  forgetCopy,
  generatePopulation,
  populationOfFacts,
  populationTables,
  readProfile,
  statedApplicant,
} from './population/index.ts';
export type {
  BatchOptions,
  BatchProgress,
  MeasureSummary,
  NamedTally,
  RunFault,
  RunSummary,
} from './run/index.ts';
export { runBatch } from './run/index.ts';
export type {
  Change,
  ComparisonResult,
  DocumentPair,
  Draft,
  DraftText,
  LoadedCity,
  SimulationFault,
  SimulationResult,
  Standing,
} from './simulate/index.ts';
export {
  comparisonJson,
  documentPair,
  draftPair,
  loadCity,
  parameterJson,
  parametersOf,
  populationJson,
  readDraft,
  simulationJson,
  Simulator,
  syntheticCity,
} from './simulate/index.ts';
