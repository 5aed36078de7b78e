import { operandsOf } from './term.ts';
import type { Call, Term } from './term.ts';

/** A term that gets a column of its own, because it is used more than once or because a reader should see it. */
export interface NamedTerm {
  readonly name: string;
  readonly term: Term;
  /** What stands beside it as a comment. */
  readonly comment: string | undefined;
}

/** Named terms in steps: each uses columns and names of the steps before it. */
export type Layers = readonly (readonly NamedTerm[])[];

/** Terms to be named whatever their use, with the name and what a reader should know. */
export type Labels = ReadonlyMap<Term, { readonly name: string; readonly comment: string }>;

/** As many parts a term may have and yet be written out at each use. */
const briefWeight = 3;
/** The same for a term that is used twice. */
const briefWeightOfTwo = 6;

/** What uses a term: how often, and whether one of its users writes it several times. */
interface Use {
  count: number;
  repeated: boolean;
}

function usesOf(roots: readonly Term[], repeats: (call: Call) => boolean): ReadonlyMap<Term, Use> {
  const uses = new Map<Term, Use>();
  const visit = (term: Term, repeated: boolean): void => {
    const known = uses.get(term);
    if (known !== undefined) {
      known.count += 1;
      known.repeated ||= repeated;
      return;
    }
    uses.set(term, { count: 1, repeated });
    if (term.kind !== 'call') return;
    const again = repeats(term);
    for (const operand of term.operands) visit(operand, again);
  };
  for (const root of roots) visit(root, false);
  return uses;
}

/** Decides which terms are named; what lies below a term is decided before it. */
class Naming {
  readonly named = new Map<Term, NamedTerm>();
  private readonly weights = new Map<Term, number>();
  private readonly uses: ReadonlyMap<Term, Use>;
  private readonly labels: Labels;

  constructor(roots: readonly Term[], labels: Labels, repeats: (call: Call) => boolean) {
    this.uses = usesOf(roots, repeats);
    this.labels = labels;
    for (const root of roots) this.weigh(root);
  }

  /** How many parts a term has where it is used: one if it has a name. */
  private weigh(term: Term): number {
    const known = this.weights.get(term);
    if (known !== undefined) return known;
    const own = operandsOf(term).reduce((sum, operand) => sum + this.weigh(operand), 1);
    const named = term.kind === 'call' && this.takesName(term, own);
    const weight = named ? 1 : own;
    this.weights.set(term, weight);
    return weight;
  }

  private takesName(term: Call, weight: number): boolean {
    const label = this.labels.get(term);
    const { count, repeated } = this.uses.get(term) ?? { count: 0, repeated: false };
    const most = count > 2 || (count > 1 && repeated) ? briefWeight : briefWeightOfTwo;
    if (label === undefined && ((count === 1 && !repeated) || weight <= most)) return false;
    const name = label?.name ?? `t${this.named.size + 1}`;
    this.named.set(term, { name, term, comment: label?.comment });
    return true;
  }
}

/**
 * Splits what a query yields into steps. SQL has no names within one SELECT that all databases know, so each step is a SELECT around the one
 * before. `repeats` tells the operations that are written with an operand several times.
 */
export function layersOf(
  roots: readonly Term[],
  labels: Labels,
  repeats: (call: Call) => boolean,
): Layers {
  const { named } = new Naming(roots, labels, repeats);
  const depths = new Map<Term, number>();
  const depthOf = (term: Term): number => {
    const known = depths.get(term);
    if (known !== undefined) return known;
    const below = operandsOf(term).map(
      (operand) => depthOf(operand) + (named.has(operand) ? 1 : 0),
    );
    const depth = Math.max(0, ...below);
    depths.set(term, depth);
    return depth;
  };
  const layers: NamedTerm[][] = [];
  for (const each of named.values()) (layers[depthOf(each.term)] ??= []).push(each);
  return [...layers].map((layer) => layer ?? []);
}
