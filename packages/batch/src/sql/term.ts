import type { PlainDate } from '@luodi/kernel';

/** What a term yields in a database. Whole numbers are exact; how wide they are follows from their range. */
export type TermType = 'truth' | 'whole' | 'date' | 'text';

/** Between which whole numbers a term lies whenever it is not null, both ends included. */
export interface Range {
  readonly least: bigint;
  readonly greatest: bigint;
}

/**
 * What a term does. `null` of any operand makes the result null, save for `and`, `or` (Kleene), `case`, `coalesce` and
 * `is_null`.
 */
export type Operation =
  | 'add'
  | 'subtract'
  | 'multiply'
  /** Rounds towards minus infinity; the divisor is positive. */
  | 'floor_divide'
  | 'least'
  | 'greatest'
  | 'bit_or'
  | 'equal'
  | 'less'
  | 'at_most'
  | 'and'
  | 'or'
  | 'not'
  | 'is_null'
  /** Operands: a condition and a value in turn, at last the value if no condition holds. */
  | 'case'
  | 'coalesce'
  | 'add_months'
  | 'add_days'
  /** The first operand is one of the others. */
  | 'one_of';

interface Base {
  readonly type: TermType;
  /** Unique among the terms of one factory: same number, same term. */
  readonly id: number;
  readonly nullable: boolean;
  /** Of whole numbers. */
  readonly range: Range;
}

/** A part of a query: an immutable graph in which equal parts are one node. */
export type Term =
  | (Base & { readonly kind: 'null' })
  | (Base & { readonly kind: 'truth'; readonly value: boolean })
  | (Base & { readonly kind: 'whole'; readonly value: bigint })
  | (Base & { readonly kind: 'date'; readonly value: PlainDate })
  | (Base & { readonly kind: 'text'; readonly value: string })
  /** A column; `table` says where the query gets it from; `decimal`: held with six decimal digits, read in millionths. */
  | (Base & {
      readonly kind: 'column';
      readonly table: string;
      readonly name: string;
      readonly decimal: boolean;
    })
  | (Base & {
      readonly kind: 'call';
      readonly operation: Operation;
      readonly operands: readonly Term[];
    });

export type Call = Extract<Term, { kind: 'call' }>;

export type Column = Extract<Term, { kind: 'column' }>;

/** What the relation of a query calls a column: where it is read in millionths it is computed once, under a name of its own. */
export function columnName({ name, decimal }: Pick<Column, 'name' | 'decimal'>): string {
  return decimal ? `${name}_millionths` : name;
}

export function operandsOf(term: Term): readonly Term[] {
  return term.kind === 'call' ? term.operands : [];
}

/** The columns that terms read, each once, in a fixed order. */
export function columnsIn(roots: readonly Term[]): readonly Column[] {
  const seen = new Set<Term>();
  const found: Column[] = [];
  const visit = (term: Term): void => {
    if (seen.has(term)) return;
    seen.add(term);
    if (term.kind === 'column') found.push(term);
    operandsOf(term).forEach(visit);
  };
  roots.forEach(visit);
  return found;
}
