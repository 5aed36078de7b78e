import type { FoldingTerms } from './folding-terms.ts';
import type { Call, Term } from './term.ts';

function isFixed({ kind }: Term): boolean {
  return kind !== 'call' && kind !== 'column';
}

/** The values that a `case` can yield. */
function valuesOf({ operands }: Call): readonly Term[] {
  return operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1);
}

/** A `case` all of whose values are known beforehand, null among them. */
export function isFixedCase(term: Term): term is Call {
  return term.kind === 'call' && term.operation === 'case' && valuesOf(term).every(isFixed);
}

/** The same `case` with each value changed. */
export function mapCase(term: Call, change: (value: Term) => Term, terms: FoldingTerms): Term {
  const { operands } = term;
  const last = operands[operands.length - 1];
  const branches = operands.flatMap((when, index) => {
    const then = operands[index + 1];
    return index % 2 === 0 && then !== undefined ? [{ when, value: change(then) }] : [];
  });
  return terms.choose(branches, change(last ?? term));
}

/** Whether a `case` is null, if that is as short to say as the `case`: each value is fixed, or there are two. */
export function nullOfCase(term: Call, terms: FoldingTerms): Term | undefined {
  const values = valuesOf(term);
  const open = values.filter((value) => !isFixed(value) && value.nullable);
  if (open.length > 1 || values.length > 3) return undefined;
  return mapCase(term, (value) => terms.isNull(value), terms);
}
