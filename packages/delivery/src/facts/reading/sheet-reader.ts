import type { Worker } from 'node:worker_threads';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importRefusal } from '@luodi/library';
import type { ImportRefusal } from '@luodi/library';
import { beginThread, isOutOfMemory } from '@luodi/platform';
import type { Sheet, SheetRow } from '../domain/import/sheet.ts';
import { sheetLimits } from './sheet-limits.ts';
import type { SheetAnswer, SheetTask, TableFile } from './sheet-task.ts';

type Read = Result<Sheet, ImportRefusal>;

/** How a table was read, and whether the thread can be given another one. */
interface Taken {
  readonly read: Read;
  readonly goesOn: boolean;
}

/** Of the thread, in megabytes: a sheet of all the cells that its limits allow needs less. */
const usualMemory = 2048;

const tooMuchMemory = importRefusal('too_large', {
  message: {
    zh: '读这份表格要用的内存太多，已经停下',
    en: 'reading the table took too much memory and was stopped',
  },
});

/** One table is with the thread: its rows so far, and how the thread may end it. */
function take(worker: Worker, task: SheetTask, signal: AbortSignal | undefined): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const rows: SheetRow[] = [];
    const listeners = new AbortController();
    const settle = (): void => {
      listeners.abort();
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const stop = (code: 'cancelled' | 'too_slow'): void => {
      settle();
      resolve({ read: fail(importRefusal(code)), goesOn: false });
    };
    const onMessage = (answer: SheetAnswer): void => {
      if (answer.kind === 'rows') {
        for (const row of answer.rows) rows.push(row);
        return;
      }
      settle();
      const { read } = answer;
      resolve({ read: read.ok ? ok({ ...read.value, rows }) : read, goesOn: true });
    };
    const onError = (error: unknown): void => {
      settle();
      if (isOutOfMemory(error)) resolve({ read: fail(tooMuchMemory), goesOn: false });
      else reject(error);
    };
    const onExit = (code: number): void => onError(new Error(`the reading thread ended: ${code}`));
    const timer = setTimeout(() => stop('too_slow'), task.limits.milliseconds);
    signal?.addEventListener('abort', () => stop('cancelled'), { signal: listeners.signal });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}

/**
 * Reads tables in a thread of its own, one after the other, so that whoever asks for something else meanwhile is answered. The thread
 * is begun with the first table, stays, and is replaced when it had to be stopped; it keeps no process alive.
 */
export class SheetReader {
  private readonly memory: number;
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** @param memory of the thread, in megabytes */
  constructor(memory = usualMemory) {
    this.memory = memory;
  }

  /**
   * Reads a table as `readSheet` does; a thread that takes longer than the limits say, or more memory, is stopped. Rejects when the
   * thread breaks for another reason.
   */
  read(file: TableFile, limits = sheetLimits, signal?: AbortSignal): Promise<Read> {
    const next = this.last.then(() => this.readNow({ file, limits }, signal));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async readNow(task: SheetTask, signal: AbortSignal | undefined): Promise<Read> {
    if (signal?.aborted === true) return fail(importRefusal('cancelled'));
    // Nothing large is handed over in vain.
    if (task.file.bytes.length > task.limits.file) return fail(importRefusal('too_large'));
    this.worker ??= beginThread(new URL('./sheet-thread.ts', import.meta.url), this.memory);
    const { worker } = this;
    worker.ref();
    let goesOn = false;
    try {
      const taken = await take(worker, task, signal);
      ({ goesOn } = taken);
      return taken.read;
    } finally {
      worker.unref();
      if (!goesOn) {
        // Whatever it does, it does no more: the next table gets a thread of its own.
        this.worker = undefined;
        void worker.terminate();
      }
    }
  }
}

const reader = new SheetReader();

/** Reads a table (see `readSheet`) in the thread that this process keeps for it. */
export function readSheetApart(
  file: TableFile,
  limits = sheetLimits,
  signal?: AbortSignal,
): Promise<Read> {
  return reader.read(file, limits, signal);
}
