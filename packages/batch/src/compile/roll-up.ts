import type { TermFactory } from '../sql/term-factory.ts';
import type { Term } from '../sql/term.ts';

/** A column of an aggregate over the rows of one applicant. */
export interface RolledColumn {
  readonly column: string;
  readonly combine: 'sum' | 'bit_or';
  /** Over a row; never null. */
  readonly term: Term;
}

/** How the rows of one applicant become one. */
export interface RollUp {
  readonly kind: 'one' | 'many';
  sum(term: Term): Term;
  bits(term: Term): Term;
  readonly columns: readonly RolledColumn[];
}

/** Where rolled-up columns come from. */
const rolledTable = 'rolled';

/** An applicant has no more items of an entity than this. */
export const mostItems = 1_000_000n;

/** Several rows: sums in SQL. */
export class ManyRows implements RollUp {
  readonly kind = 'many';
  readonly columns: RolledColumn[] = [];
  private readonly terms: TermFactory;

  constructor(terms: TermFactory) {
    this.terms = terms;
  }

  private roll(combine: RolledColumn['combine'], term: Term): Term {
    if (term === this.terms.zero) return term;
    const known = this.columns.find((each) => each.combine === combine && each.term === term);
    const column = known?.column ?? `sum_${this.columns.length + 1}`;
    if (known === undefined) this.columns.push({ column, combine, term });
    const factor = combine === 'sum' ? mostItems : 1n;
    const range = { least: term.range.least * factor, greatest: term.range.greatest * factor };
    return this.terms.column(rolledTable, column, 'whole', { nullable: false, range });
  }

  sum(term: Term): Term {
    return this.roll('sum', term);
  }

  bits(term: Term): Term {
    return this.roll('bit_or', term);
  }
}

/** One row for each applicant: nothing to sum. */
export const oneRow: RollUp = {
  kind: 'one',
  sum: (term) => term,
  bits: (term) => term,
  columns: [],
};
