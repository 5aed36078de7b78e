import { parseReferenceKey } from '@luodi/evaluation';
import type { FactReference } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import type { RawFacts } from './page-state.ts';

const handful = 6;

function sameReference(key: string, reference: FactReference): boolean {
  const parsed = parseReferenceKey(key);
  return (
    parsed?.inner === reference.name &&
    JSON.stringify(parsed.aspect) === JSON.stringify(reference.aspect)
  );
}

/** The spelling under which a reference is stated already, else its name: `上年(x)` and `上年（x）` are one. */
export function statedKey(reference: FactReference, facts: RawFacts): string {
  return Object.keys(facts).find((key) => sameReference(key, reference)) ?? reference.name;
}

/** The facts that most enterprises know, by their rank, then those stated beyond them in the order stated. */
export function shownReferences(content: Content, facts: RawFacts): readonly FactReference[] {
  const common = [...content.vocabulary.facts.values()]
    .filter((fact) => fact.common !== undefined)
    .toSorted((a, b) => (a.common ?? 0) - (b.common ?? 0))
    .slice(0, handful)
    .map((fact): FactReference => ({ name: fact.name, aspect: { kind: 'itself' } }));
  const stated = Object.entries(facts).flatMap(([key, value]): readonly FactReference[] => {
    const parsed = typeof value === 'string' ? parseReferenceKey(key) : undefined;
    if (parsed === undefined || common.some((reference) => sameReference(key, reference)))
      return [];
    return [{ name: parsed.inner, aspect: parsed.aspect }];
  });
  return [...common, ...stated];
}
