import type { Result } from '@luodi/kernel';
import type { ImportRefusal } from '@luodi/library';
import type { Sheet, SheetRow } from '../domain/import/sheet.ts';
import type { sheetLimits } from './sheet-limits.ts';

/** A file of rows as it came. */
export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reading thread is asked. */
export interface SheetTask {
  readonly file: TableFile;
  readonly limits: typeof sheetLimits;
}

/** What it answers: the rows a few thousand at a time, since who takes them over stands still meanwhile; then how it ended. */
export type SheetAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end'; readonly read: Result<Omit<Sheet, 'rows'>, ImportRefusal> };
