/** What all measures together mean for one applicant: the best lawful combination, near misses, the next question. */
export type { BestEntitlement, Undecided } from './best-entitlement.ts';
export { bestEntitlement } from './best-entitlement.ts';
export type {
  Candidate,
  ChosenMeasure,
  SetAsideMeasure,
  StackingConstraints,
} from './combination/index.ts';
export { bestCombination } from './combination/index.ts';
export { explainRestraint, explainSetAside } from './combination/index.ts';
export { factsInOrder, factsJson } from './facts-json.ts';
export type { Json } from './json-text.ts';
export { printJson } from './json-text.ts';
export type { Match } from './match.ts';
export { match } from './match.ts';
export {
  combinationLabels,
  printMatch,
  questionsJson,
  questionWords,
  toMatchJson,
} from './match-json.ts';
export type { NearMiss } from './near-miss.ts';
export { nearMisses } from './near-miss.ts';
export type { ResultParts } from './result-json.ts';
export { resultJson, sourceText } from './result-json.ts';
export { stackingConstraints } from './stacking-constraints.ts';
export type { Worth } from './worth.ts';
export { isMoney, isMoneyKind, worthOf } from './worth.ts';
