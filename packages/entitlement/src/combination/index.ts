export type { Candidate, Exclusion, JointCap, StackingConstraints, TopUp } from './candidate.ts';
export type { Combination } from './combination.ts';
export { bestCombination } from './combination.ts';
export type { ChosenMeasure, SetAsideMeasure } from './component-outcome.ts';
export { explainRestraint, explainSetAside } from './explanation.ts';
export type { Restraint, SetAsideReason } from './set-aside-reason.ts';
