import { meant } from '../read/keyed.ts';
import type { Vocabulary } from '../tree/index.ts';

const known = new WeakMap<Vocabulary['facts'], Map<string, string | undefined>>();

/** The hint for a name that is no fact. One missing vocabulary file asks for the same names a thousand times. */
export function nearFact(name: string, vocabulary: Vocabulary): string | undefined {
  const hints = known.get(vocabulary.facts) ?? new Map<string, string | undefined>();
  known.set(vocabulary.facts, hints);
  if (!hints.has(name))
    hints.set(name, meant(name, [...vocabulary.facts.keys(), ...vocabulary.factsById.keys()]));
  return hints.get(name);
}
