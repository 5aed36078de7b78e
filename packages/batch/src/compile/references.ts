import type { FactReference } from '@luodi/evaluation';
import { referenceKey } from '@luodi/evaluation';
import type { TermFactory } from '../sql/term-factory.ts';
import type { Term } from '../sql/term.ts';
import { NotCovered } from '../sql/not-covered.ts';

/** As many facts as 62 bits tell apart; the rules of a city read far fewer each. */
const mostReferences = 62;

/** The facts that one rule may ask for, each a bit. */
export class References {
  private readonly terms: TermFactory;
  private readonly found: Map<string, FactReference>;

  /** `shared`: the facts of another part of the same rule, whose bits stay what they are. */
  constructor(terms: TermFactory, shared?: References) {
    this.terms = terms;
    this.found = shared?.found ?? new Map<string, FactReference>();
  }

  /** The bit of a fact. */
  bit(reference: FactReference): Term {
    const key = referenceKey(reference);
    this.found.set(key, this.found.get(key) ?? reference);
    const index = [...this.found.keys()].indexOf(key);
    if (index >= mostReferences) throw new NotCovered('more than 62 facts');
    return this.terms.whole(1n << BigInt(index));
  }

  /** In the order of their bits, the lowest first. */
  get all(): readonly FactReference[] {
    return [...this.found.values()];
  }
}
