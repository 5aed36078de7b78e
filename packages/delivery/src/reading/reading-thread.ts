import type { Worker } from 'node:worker_threads';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importRefusal } from '@luodi/library';
import type { ImportRefusal } from '@luodi/library';
import { beginThread, isOutOfMemory } from '@luodi/platform';
import type { ReadingAnswer, ReadingQuestion, ReadingTask } from './reading-task.ts';

/** What a file was found to hold: its rows, and what else is said of it. */
interface Held<Row, Head> {
  readonly head: Head;
  readonly rows: readonly Row[];
}

type Read<Row, Head, Fault> = Result<Held<Row, Head>, Fault | ImportRefusal>;

/** How a file was read, and whether the thread can be given another one. */
interface Taken<Row, Head, Fault> {
  readonly read: Read<Row, Head, Fault>;
  readonly goesOn: boolean;
}

/** Of the thread, in megabytes: a file of all that its limits allow needs less. */
const usualMemory = 2048;

const tooMuchMemory = importRefusal('too_large', {
  message: {
    zh: '读这份文件要用的内存太多，已经停下',
    en: 'reading the file took too much memory and was stopped',
  },
});

/** One file is with the thread: its rows so far, and how the thread may end it. */
function take<Row, Head, Fault>(
  worker: Worker,
  task: ReadingTask,
  signal: AbortSignal | undefined,
): Promise<Taken<Row, Head, Fault>> {
  return new Promise((resolve, reject) => {
    const rows: Row[] = [];
    const listeners = new AbortController();
    const ask = (question: ReadingQuestion) => worker.postMessage(question);
    const settle = (): void => {
      listeners.abort();
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const stop = (code: 'cancelled' | 'too_slow'): void => {
      settle();
      resolve({ read: fail(importRefusal(code)), goesOn: false });
    };
    const onMessage = (answer: ReadingAnswer<Row, Head, Fault>): void => {
      if (answer.kind === 'rows') {
        for (const row of answer.rows) rows.push(row);
        ask('more');
        return;
      }
      settle();
      const { read } = answer;
      resolve({ read: read.ok ? ok({ head: read.value, rows }) : read, goesOn: true });
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
    ask(task);
  });
}

/**
 * Reads files in a thread of its own, one after the other, so that whoever asks for something else meanwhile is answered. The thread
 * is begun with the first file, stays, and is replaced when it had to be stopped; it keeps no process alive.
 */
export class ReadingThread<Row, Head, Fault> {
  private readonly source: URL;
  private readonly memory: number;
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param source what the thread runs: it answers tasks by `answerReading`
   * @param memory of the thread, in megabytes
   */
  constructor(source: URL, memory = usualMemory) {
    this.source = source;
    this.memory = memory;
  }

  /**
   * Reads a file; a thread that takes longer than the limits say, or more memory, is stopped. Rejects when the thread breaks for
   * another reason.
   */
  read(task: ReadingTask, signal?: AbortSignal): Promise<Read<Row, Head, Fault>> {
    const next = this.last.then(() => this.readNow(task, signal));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async readNow(
    task: ReadingTask,
    signal: AbortSignal | undefined,
  ): Promise<Read<Row, Head, Fault>> {
    if (signal?.aborted === true) return fail(importRefusal('cancelled'));
    // Nothing large is handed over in vain.
    if (task.file.bytes.length > task.limits.file) return fail(importRefusal('too_large'));
    this.worker ??= beginThread(this.source, this.memory);
    const { worker } = this;
    worker.ref();
    let goesOn = false;
    try {
      const taken = await take<Row, Head, Fault>(worker, task, signal);
      ({ goesOn } = taken);
      return taken.read;
    } finally {
      worker.unref();
      if (!goesOn) {
        // Whatever it does, it does no more: the next file gets a thread of its own.
        this.worker = undefined;
        void worker.terminate();
      }
    }
  }
}
