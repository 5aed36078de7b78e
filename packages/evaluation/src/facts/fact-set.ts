import type { PlainDate, Rational } from '@luodi/kernel';
import type { Value } from '@luodi/language';

/** What is known of one fact: a state, or figures by year. `relative` holds figures stated as "base year minus n". */
export type FactEntry =
  | { readonly kind: 'state'; readonly value: Value }
  | {
      readonly kind: 'annual';
      readonly byYear: ReadonlyMap<number, Rational>;
      readonly relative: ReadonlyMap<number, Rational>;
      /** Aspects stated outright: 往年最高, 近三年合计, 近三年均值, by their key. */
      readonly stated: ReadonlyMap<string, Rational>;
    };

export interface Payment {
  /** The measure or matter as stated, and the matter it belongs to: a payment counts under both names. */
  readonly about: string;
  readonly matter: string;
  readonly date: PlainDate;
  readonly fen: bigint;
}

/** What was received before. `payments` undefined = nothing is known beyond `totals`; given = the list is complete. */
export interface History {
  readonly payments: readonly Payment[] | undefined;
  /** `已获(X)` and the like stated outright, by reference key. */
  readonly totals: ReadonlyMap<string, Rational>;
  /** Matters under which something was received by what is stated of a measure of theirs, though perhaps not all of it. */
  readonly mattersReceived: ReadonlySet<string>;
}

/** Facts of one applicant. Items carry facts of their own; what an item lacks is looked up in the applicant. */
export interface FactSet {
  readonly entries: ReadonlyMap<string, FactEntry>;
  /** Complete lists of items by entity; an absent entity = its items are not known. */
  readonly items: ReadonlyMap<string, readonly FactItem[]>;
  readonly history: History;
}

export interface FactItem {
  readonly label: string;
  readonly entries: ReadonlyMap<string, FactEntry>;
  readonly history: History;
}

const noHistory: History = { payments: undefined, totals: new Map(), mattersReceived: new Set() };

export const nothingKnown: FactSet = {
  entries: new Map(),
  items: new Map(),
  history: noHistory,
};
