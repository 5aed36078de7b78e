import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { ImportRefusal } from '@luodi/library';
import type { FileSent } from '../../reading/file-sent.ts';
import { ReadingThread } from '../../reading/reading-thread.ts';
import type { Sheet, SheetRow } from '../domain/import/sheet.ts';
import { sheetLimits } from './sheet-limits.ts';

type Read = Result<Sheet, ImportRefusal>;

/** Reads tables in a thread of its own. */
export class SheetReader {
  private readonly thread: ReadingThread<SheetRow, Omit<Sheet, 'rows'>, ImportRefusal>;

  /** @param memory of the thread, in megabytes; the usual if left out */
  constructor(memory?: number) {
    this.thread = new ReadingThread(new URL('./sheet-thread.ts', import.meta.url), memory);
  }

  /** Reads a table as `readSheet` does, within the limits. Rejects when the thread breaks. */
  async read(file: FileSent, limits = sheetLimits, signal?: AbortSignal): Promise<Read> {
    const read = await this.thread.read({ file, limits }, signal);
    return read.ok ? ok({ ...read.value.head, rows: read.value.rows }) : read;
  }
}

const reader = new SheetReader();

/** Reads a table (see `readSheet`) in the thread that this process keeps for it. */
export function readSheetApart(
  file: FileSent,
  limits = sheetLimits,
  signal?: AbortSignal,
): Promise<Read> {
  return reader.read(file, limits, signal);
}
