import type { Bilingual } from '@luodi/evaluation';

/** What is wrong in one place of a sheet: where, what was found, what was expected or how to mend it. */
export interface CellFault {
  readonly row: number;
  /** From 0; `undefined` where it is about the whole row. */
  readonly column: number | undefined;
  readonly code: string;
  readonly found: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}
