import type { Bilingual } from '@luodi/evaluation';

/** What a column of a sheet says. */
export type ColumnMeaning =
  | { readonly kind: 'credit_code' }
  | { readonly kind: 'name' }
  /** The year of the row's annual facts. */
  | { readonly kind: 'year' }
  | {
      readonly kind: 'fact';
      /** Id of the fact. */
      readonly fact: string;
      /** What bare numbers are counted in. */
      readonly unit?: string | undefined;
      /** Where the heading names it; else the year of the row, else that of the import. */
      readonly year?: number | undefined;
    }
  | { readonly kind: 'ignored' };

/** What a sheet says: a row is an enterprise, or an item (a person, a contract) of one. */
export interface SheetMapping {
  /** Id of the entity; `undefined`: the enterprise itself. */
  readonly item: string | undefined;
  /** One for each heading. */
  readonly columns: readonly ColumnMeaning[];
}

/** How sure a proposed meaning is: the heading is the fact's own name, is like it, or is like none. */
export type Likeness = 'exact' | 'near' | 'none';

export interface ProposedColumn {
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  readonly likeness: Likeness;
}

/** Why a mapping cannot be used as it stands. */
export interface MappingProblem {
  readonly code:
    | 'does_not_fit'
    | 'no_credit_code'
    | 'nothing_mapped'
    | 'stated_twice'
    | 'unknown_fact'
    | 'other_entity'
    | 'unknown_entity'
    | 'unit_needed'
    | 'wrong_unit'
    | 'year_needed';
  /** From 0; `undefined` where it is about the whole sheet. */
  readonly column: number | undefined;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}
