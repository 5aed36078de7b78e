import type { EnterpriseFacts, FactSources, HeldFact } from '../facts/index.ts';
import { jsonText } from '../facts/domain/json-text.ts';
import type { Vocabulary } from '@luodi/language';

type Facts = Readonly<Record<string, unknown>>;

/** Sums that were received before: what a later payment adds to them is no correction. */
const received = /^(本年)?已获/u;

/** What a decision would have had for facts: what is held about its day now; answers and sums received as they were. */
export function correctedFacts(
  recorded: Facts,
  answers: Facts,
  { facts }: EnterpriseFacts,
  { register }: FactSources,
  vocabulary: Vocabulary,
): Facts {
  const district = vocabulary.facts.get(register?.districtFact ?? '')?.id;
  const kept = Object.entries(recorded).filter(([key]) => received.test(key) || key === district);
  return { ...answers, ...Object.fromEntries(kept), ...facts };
}

/** A fact that reads otherwise than a decision recorded it; `undefined` where there is no value. */
export interface ChangedFact {
  /** The key in the facts: a fact's id, an entity's, `prior_year(…)`. */
  readonly fact: string;
  readonly year: number | undefined;
  readonly was: unknown;
  readonly now: unknown;
  /** Whose word the new value is; `undefined` where none stands. */
  readonly source: string | undefined;
  readonly asOf: string | undefined;
}

function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface FlatFact {
  readonly fact: string;
  readonly year: number | undefined;
  readonly value: unknown;
}

function flat(facts: Facts): ReadonlyMap<string, FlatFact> {
  const entries = Object.entries(facts).flatMap(([fact, value]): readonly FlatFact[] =>
    isRecord(value)
      ? Object.entries(value).map(([year, each]) => ({ fact, year: Number(year), value: each }))
      : [{ fact, year: undefined, value }],
  );
  return new Map(entries.map((entry) => [`${entry.fact} ${entry.year ?? ''}`, entry]));
}

/** Every fact (and year) in which two sets of facts differ. */
export function changedFacts(
  recorded: Facts,
  corrected: Facts,
  held: readonly HeldFact[],
): readonly ChangedFact[] {
  const [was, now] = [flat(recorded), flat(corrected)];
  return [...new Set([...was.keys(), ...now.keys()])].sort().flatMap((key) => {
    const entry = now.get(key) ?? was.get(key);
    const [before, after] = [was.get(key)?.value, now.get(key)?.value];
    if (entry === undefined || jsonText(before ?? null) === jsonText(after ?? null)) return [];
    const { fact, year } = entry;
    const standing = held.find((each) => each.fact === fact && each.year === year)?.prevailing;
    return [
      { fact, year, was: before, now: after, source: standing?.source, asOf: standing?.asOf },
    ];
  });
}
