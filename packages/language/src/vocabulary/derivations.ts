import { spanOf } from '../read/data-node.ts';
import { factsIn } from '../tree/walk-expression.ts';
import { readExpression } from '../resolve/read-expression.ts';
import type { ExpressionContext } from '../resolve/read-expression.ts';
import { typeWords } from '../resolve/value-type.ts';
import type { Expression, Fact } from '../tree/index.ts';
import type { VocabularyDraft } from './vocabulary-draft.ts';

function sameType(expression: Expression, fact: Fact): boolean {
  const [a, b] = [expression.type, fact.type];
  if (a.kind !== b.kind) return false;
  if (a.kind === 'choice' && b.kind === 'choice') return a.list === b.list;
  if (a.kind !== 'number' || b.kind !== 'number') return true;
  const counters = a.counter === undefined || b.counter === undefined || a.counter === b.counter;
  return a.dimension === b.dimension && counters;
}

/** The facts on a way from a fact back to itself, or nothing. */
function cycleFrom(
  name: string,
  derivations: ReadonlyMap<string, Expression>,
  done: Set<string>,
  path: readonly string[] = [],
): readonly string[] | undefined {
  const start = path.indexOf(name);
  if (start >= 0) return [...path.slice(start), name];
  if (done.has(name)) return undefined;
  const derivation = derivations.get(name);
  if (derivation !== undefined) {
    for (const next of factsIn(derivation)) {
      const cycle = cycleFrom(next, derivations, done, [...path, name]);
      if (cycle !== undefined) return cycle;
    }
  }
  done.add(name);
  return undefined;
}

/** Resolves 推算 of all facts; one that fits its fact and does not run in a circle becomes part of it. */
export function resolveDerivations(
  draft: VocabularyDraft,
  context: Omit<ExpressionContext, 'scope'>,
): void {
  const { reporter } = context;
  const resolved = new Map<string, Expression>();
  for (const [name, node] of draft.derivations) {
    const fact = draft.facts.get(name);
    if (fact === undefined) continue;
    const scope = { subject: fact.entity, items: undefined };
    const expression = readExpression(node, { ...context, scope });
    if (expression === undefined) continue;
    if (sameType(expression, fact)) resolved.set(name, expression);
    else {
      const message = `推算得出${typeWords(expression.type)}，“${name}”是${typeWords(fact.type)}`;
      reporter.report('typeMismatch', spanOf(node), message);
    }
  }
  const done = new Set<string>();
  for (const [name, expression] of resolved) {
    const cycle = cycleFrom(name, resolved, done);
    if (cycle?.[0] === name) {
      reporter.report('derivationCycle', expression.span, `推算成环：${cycle.join(' → ')}`);
      continue;
    }
    const fact = draft.facts.get(name);
    if (fact === undefined) continue;
    const complete = { ...fact, derivation: expression };
    draft.facts.set(name, complete);
    draft.factsById.set(fact.id, complete);
  }
}
