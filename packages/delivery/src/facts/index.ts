/** Facts held about enterprises: from whom, since when, which prevails. */
export type { FactSource, FactSources } from './domain/fact-sources.ts';
export { readFactSources } from './domain/read-fact-sources.ts';
export type {
  EnterpriseFacts,
  FactRules,
  HeldFact,
  HeldValue,
  Prevailing,
} from './domain/held-facts.ts';
export { everybodysFacts, heldFacts } from './store/held-values.ts';
