import { expressionsOfAmount, walkExpression } from '@luodi/language';
import type { Content, Expression, Fact, Measure } from '@luodi/language';

function expressionsOf({ conditions, exclusions, amount, totalCap }: Measure): Expression[] {
  const cap = totalCap === undefined ? [] : [totalCap];
  return [...conditions, ...exclusions, ...expressionsOfAmount(amount), ...cap];
}

/**
 * The facts that the grants and reliefs of a content look at, down to those that nothing else follows from (推算): what a
 * population is made of. In the order of the vocabulary. Drafts count too, as they are simulated.
 */
export function factsToGenerate(content: Content): readonly Fact[] {
  const { facts } = content.vocabulary;
  const read = new Set<string>();
  const open = [...content.measures.values()]
    .filter(({ kind }) => kind === 'grant' || kind === 'relief')
    .flatMap(expressionsOf);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const node of walkExpression(next)) {
      if (node.kind !== 'fact' && node.kind !== 'window' && node.kind !== 'past_highest') continue;
      if (read.has(node.fact)) continue;
      read.add(node.fact);
      const derivation = facts.get(node.fact)?.derivation;
      if (derivation !== undefined) open.push(derivation);
    }
  }
  return [...facts.values()].filter(
    ({ name, derivation }) => read.has(name) && derivation === undefined,
  );
}
