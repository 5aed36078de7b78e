import { operandsOf } from './term.ts';
import type { Term } from './term.ts';

/** A term that gets a column of its own, because it is used more than once or because a reader should see it. */
export interface NamedTerm {
  readonly name: string;
  readonly term: Term;
  /** What stands beside it as a comment. */
  readonly comment: string | undefined;
}

/** Named terms in steps: each uses columns and names of the steps before it. */
export type Layers = readonly (readonly NamedTerm[])[];

/** Terms that are as short written out as named. */
function isBrief(term: Term): boolean {
  if (term.kind !== 'call') return true;
  return term.operation === 'is_null' && term.operands.every((operand) => operand.kind !== 'call');
}

function usesOf(roots: readonly Term[]): ReadonlyMap<Term, number> {
  const uses = new Map<Term, number>();
  const visit = (term: Term): void => {
    const known = uses.get(term) ?? 0;
    uses.set(term, known + 1);
    if (known === 0) operandsOf(term).forEach(visit);
  };
  roots.forEach(visit);
  return uses;
}

/**
 * Splits what a query yields into steps. `labels` are terms to be named whatever their use, with the name's stem and a
 * comment. SQL has no names within one SELECT that all databases know, so each step is a SELECT around the one before.
 */
export function layersOf(
  roots: readonly Term[],
  labels: ReadonlyMap<Term, { readonly name: string; readonly comment: string }>,
): Layers {
  const uses = usesOf(roots);
  const named = new Map<Term, NamedTerm>();
  for (const [term, count] of uses) {
    const label = labels.get(term);
    if (label !== undefined && term.kind === 'call')
      named.set(term, { name: label.name, term, comment: label.comment });
    else if (count > 1 && !isBrief(term))
      named.set(term, { name: `t${named.size + 1}`, term, comment: undefined });
  }
  const depths = new Map<Term, number>();
  const depthOf = (term: Term): number => {
    const known = depths.get(term);
    if (known !== undefined) return known;
    const below = operandsOf(term).map((operand) => depthOf(operand) + (named.has(operand) ? 1 : 0));
    const depth = Math.max(0, ...below);
    depths.set(term, depth);
    return depth;
  };
  const layers: NamedTerm[][] = [];
  for (const each of named.values()) {
    const depth = depthOf(each.term);
    (layers[depth] ??= []).push(each);
  }
  return [...layers].map((layer) => layer ?? []);
}
