/** Simulation: what other numbers, days, stacking rules or a whole draft would cost, and whom they help. */
export type { Change } from './change.ts';
export { applyChanges } from './change.ts';
export type { DocumentPair } from './document-pair.ts';
export { documentPair, draftPair } from './document-pair.ts';
export type { Standing } from './effect.ts';
export type { LoadedCity } from './loaded-city.ts';
export { loadCity } from './loaded-city.ts';
export type { Draft, DraftText } from './read-draft.ts';
export { readDraft } from './read-draft.ts';
export { parametersOf } from './parameters-of.ts';
export type { ComparisonResult, SimulationResult } from './simulation.ts';
export type { SimulationFault } from './simulation-fault.ts';
export {
  comparisonJson,
  parameterJson,
  populationJson,
  simulationJson,
} from './simulation-json.ts';
export { Simulator } from './simulator.ts';
export { syntheticCity } from './synthetic-city.ts';
