import type { FoldingTerms } from './folding-terms.ts';
import type { Term } from './term.ts';

type Connective = 'and' | 'or';

/**
 * The parts of an AND (or OR) without what the other parts make idle: beside `a`, `a 或 b` says nothing and `非 a 或 b` says `b`. `undefined`
 * where they contradict each other, so that the whole is settled. All of it holds for unknown too, save where `非` needs what is never unknown.
 */
export function withoutIdleParts(
  operation: Connective,
  parts: readonly Term[],
  terms: FoldingTerms,
): readonly Term[] | undefined {
  const all = new Set(parts);
  const denied = (term: Term): boolean => !term.nullable && all.has(terms.not(term));
  if (parts.some(denied)) return undefined;
  const other: Connective = operation === 'and' ? 'or' : 'and';
  return parts.flatMap((part) => {
    if (part.kind !== 'call' || part.operation !== other) return [part];
    if (part.operands.some((operand) => all.has(operand))) return [];
    const left = part.operands.filter((operand) => !denied(operand));
    return left.length === part.operands.length ? [part] : [terms[other](...left)];
  });
}

/**
 * `case` between truths as AND and OR, from the last branch on, as far as a condition and the two values beside it are never unknown and one
 * of the values is fixed. Takes and gives conditions and values in turn, and the value if no condition holds.
 */
export function logicOfBranches(
  branches: readonly Term[],
  otherwise: Term,
  terms: FoldingTerms,
): { readonly branches: readonly Term[]; readonly otherwise: Term } {
  const open = [...branches];
  let last = otherwise;
  for (;;) {
    const [when, then] = open.slice(-2);
    if (when === undefined || then === undefined) break;
    const joined = logicOfBranch(when, then, last, terms);
    if (joined === undefined) break;
    last = joined;
    open.splice(-2);
  }
  return { branches: open, otherwise: last };
}

function logicOfBranch(
  when: Term,
  then: Term,
  otherwise: Term,
  terms: FoldingTerms,
): Term | undefined {
  if (when.nullable || then.nullable || otherwise.nullable) return undefined;
  if (then === terms.yes) return terms.or(when, otherwise);
  if (then === terms.no) return terms.and(terms.not(when), otherwise);
  if (otherwise === terms.no) return terms.and(when, then);
  if (otherwise === terms.yes) return terms.or(terms.not(when), then);
  return undefined;
}
