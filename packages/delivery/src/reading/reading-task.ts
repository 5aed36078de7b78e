import type { Result } from '@luodi/kernel';
import type { sheetLimits } from '../facts/reading/sheet-limits.ts';
import type { FileSent } from './file-sent.ts';

/** What a reading thread is asked: a file, and each time that it answered with rows, for what comes after them. */
export type ReadingQuestion = ReadingTask | 'more';

export interface ReadingTask {
  readonly file: FileSent;
  readonly limits: typeof sheetLimits;
}

/** What it answers: the rows a few thousand at a time, asked for one by one, since who takes them over stands still meanwhile; then how it ended. */
export type ReadingAnswer<Row, Head, Fault> =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'end'; readonly read: Result<Head, Fault> };
