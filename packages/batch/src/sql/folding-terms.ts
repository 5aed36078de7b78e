import type { Term } from './term.ts';

/** What folding needs of the factory of terms. */
export interface FoldingTerms {
  readonly yes: Term;
  readonly no: Term;
  and(...items: readonly Term[]): Term;
  or(...items: readonly Term[]): Term;
  not(a: Term): Term;
  isNull(a: Term): Term;
  choose(branches: readonly { readonly when: Term; readonly value: Term }[], otherwise: Term): Term;
}
