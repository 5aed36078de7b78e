import { expressionsOfAmount, walkExpression } from '@luodi/language';
import type { Content, Expression, Measure, Value } from '@luodi/language';

function expressionsOf(measure: Measure): readonly Expression[] {
  return [...measure.conditions, ...measure.exclusions, ...expressionsOfAmount(measure.amount)];
}

/** Numbers and dates that rules set beside a fact, by its name: there answers change. */
export function limitsByFact(
  content: Content,
  measures: readonly Measure[],
): ReadonlyMap<string, readonly Value[]> {
  const limits = new Map<string, Value[]>();
  const visit = (root: Expression): void => {
    const nodes = [...walkExpression(root)];
    const literals = nodes.flatMap((node) => (node.kind === 'literal' ? [node.value] : []));
    for (const node of nodes)
      if (node.kind === 'fact' || node.kind === 'window' || node.kind === 'past_highest')
        limits.set(node.fact, [...(limits.get(node.fact) ?? []), ...literals]);
  };
  for (const measure of measures) expressionsOf(measure).forEach(visit);
  for (const { derivation } of content.vocabulary.facts.values())
    if (derivation !== undefined) visit(derivation);
  return limits;
}

/** What a payment is for, as a history may state it. */
export interface Topic {
  readonly about: string;
  readonly matter: string;
}

/** Measures and matters whose past payments matter to a rule. */
export function topicsOf(measures: readonly Measure[]): readonly Topic[] {
  const readsHistory = (measure: Measure): boolean =>
    measure.mostTimes !== undefined ||
    expressionsOf(measure).some((root) =>
      [...walkExpression(root)].some(({ kind }) => kind === 'history'),
    );
  return measures.filter(readsHistory).flatMap(({ name, matter }) => [
    { about: name, matter },
    { about: matter, matter },
  ]);
}
