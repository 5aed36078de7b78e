import { expressionsOfAmount, walkExpression } from '@luodi/language';
import type { Expression, Measure, Vocabulary } from '@luodi/language';
import type { FactSet } from '../facts/fact-set.ts';

/** Everything about an applicant that a rule can look at. */
export interface Readings {
  readonly facts: ReadonlySet<string>;
  /** Entities whose items it runs over. */
  readonly entities: ReadonlySet<string>;
  /** Whether it asks what was received before. */
  readonly history: boolean;
}

function expressionsOf(measure: Measure): readonly Expression[] {
  const { conditions, exclusions, amount, totalCap } = measure;
  const last = totalCap === undefined ? [] : [totalCap];
  return [...conditions, ...exclusions, ...expressionsOfAmount(amount), ...last];
}

/** What a rule reads, through derivations (推算) to their ends. */
export function readingsOf(measure: Measure, vocabulary: Vocabulary): Readings {
  const facts = new Set<string>();
  const entities = new Set<string>([measure.subject]);
  let history = measure.mostTimes !== undefined;
  const open = [...expressionsOf(measure)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const node of walkExpression(next)) {
      if (node.kind === 'history') history = true;
      else if (node.kind === 'aggregate') entities.add(node.entity);
      else if (node.kind === 'fact' || node.kind === 'window' || node.kind === 'past_highest') {
        if (facts.has(node.fact)) continue;
        facts.add(node.fact);
        const derivation = vocabulary.facts.get(node.fact)?.derivation;
        if (derivation !== undefined) open.push(derivation);
      }
    }
  }
  return { facts, entities, history };
}

/** Whether nothing that an applicant stated can make a difference to the rule. */
export function saysNothing(
  facts: FactSet,
  { facts: names, entities, history }: Readings,
): boolean {
  if (history && (facts.history.payments !== undefined || facts.history.totals.size > 0))
    return false;
  for (const entity of facts.items.keys()) if (entities.has(entity)) return false;
  if (names.size < facts.entries.size) {
    for (const name of names) if (facts.entries.has(name)) return false;
  } else {
    for (const name of facts.entries.keys()) if (names.has(name)) return false;
  }
  return true;
}
