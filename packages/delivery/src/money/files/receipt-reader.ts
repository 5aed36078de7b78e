import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { ImportRefusal } from '@luodi/library';
import { sheetLimits } from '../../facts/reading/sheet-limits.ts';
import type { FileSent } from '../../reading/file-sent.ts';
import { ReadingThread } from '../../reading/reading-thread.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { ReceiptFault } from './receipt-file.ts';

type Read = Result<readonly Receipt[], ReceiptFault | ImportRefusal>;

/** Reads bank receipts in a thread of its own: people wait for no bank's file but theirs. */
export class ReceiptReader {
  private readonly thread: ReadingThread<Receipt, undefined, ReceiptFault | ImportRefusal>;

  /** @param memory of the thread, in megabytes; the usual if left out */
  constructor(memory?: number) {
    this.thread = new ReadingThread(new URL('./receipt-thread.ts', import.meta.url), memory);
  }

  /** Reads a file as `readReceipts` does, within the limits. Rejects when the thread breaks. */
  async read(file: FileSent, limits = sheetLimits, signal?: AbortSignal): Promise<Read> {
    const read = await this.thread.read({ file, limits }, signal);
    return read.ok ? ok(read.value.rows) : read;
  }
}

const reader = new ReceiptReader();

/** Reads bank receipts (see `readReceipts`) in the thread that this process keeps for it. */
export function readReceiptsApart(file: FileSent, signal?: AbortSignal): Promise<Read> {
  return reader.read(file, sheetLimits, signal);
}
