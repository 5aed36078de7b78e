import { readFacts, nothingKnown } from '@luodi/evaluation';
import type { FactFault, FactSet } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import type { RawFacts } from './page-state.ts';

/** Facts read for evaluation, with what could not be read left out and named. */
export interface ReadFacts {
  readonly facts: FactSet;
  readonly faults: readonly FactFault[];
}

function topKey(key: string): string {
  return key.split(/[.[]/)[0] ?? key;
}

/** Reads the facts of the page. Unreadable ones (an old or broken link) are left out, never guessed. */
export function readPageFacts(raw: RawFacts, content: Content): ReadFacts {
  const all = readFacts(raw, content);
  if (all.ok) return { facts: all.value, faults: [] };
  const bad = new Set(all.error.map((fault) => topKey(fault.key)));
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !bad.has(key)));
  const again = readFacts(rest, content);
  return { facts: again.ok ? again.value : nothingKnown, faults: all.error };
}

/** Sets one fact; an empty text makes it unknown again. */
export function withFact(raw: RawFacts, key: string, value: string): RawFacts {
  const { [key]: _, ...rest } = raw;
  return value === '' ? rest : { ...rest, [key]: value };
}
