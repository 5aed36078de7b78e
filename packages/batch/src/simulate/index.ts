/** Simulation: what other numbers, days, stacking rules or a whole draft would cost, and whom they help. */
export type { Change, ChangedRules, RuleBook } from './change.ts';
export { applyChanges } from './change.ts';
export type {
  Effect,
  GainBand,
  GroupEffect,
  Moved,
  Movement,
  Standing,
  Certainty,
} from './effect.ts';
export type { Exhaustion } from './exhaustion.ts';
export type { Counted, Interaction } from './interaction.ts';
export type { LackingFact } from './lacking.ts';
export type { LoadedCity } from './loaded-city.ts';
export { loadCity } from './loaded-city.ts';
export type { Parameter, ParameterKind, ParameterRange } from './parameter.ts';
export { stackingWords, writeValue } from './parameter.ts';
export { parametersOf } from './parameters-of.ts';
export type { Scale } from './scale.ts';
export type {
  BudgetUse,
  ComparedMeasure,
  ComparisonResult,
  MarginalCost,
  SimulationOptions,
  SimulationResult,
} from './simulation.ts';
export type { SimulationFault, SimulationFaultCode } from './simulation-fault.ts';
export { Simulator } from './simulator.ts';
export {
  comparisonJson,
  parameterJson,
  populationJson,
  simulationJson,
} from './simulation-json.ts';
export type { SyntheticCityOptions } from './synthetic-city.ts';
export { syntheticCity } from './synthetic-city.ts';
