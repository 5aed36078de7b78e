import type { Worker } from 'node:worker_threads';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { beginThread, isOutOfMemory } from '@luodi/platform';
import type { DraftErrand, DraftGround, DraftTask, DraftTrial } from './draft-task.ts';

export interface DraftLimits {
  /** Of one draft in the thread, the start of the thread included. */
  readonly milliseconds: number;
  /** Of reading alone: what the server does again itself. */
  readonly reading: number;
  /** Of the thread, in megabytes. */
  readonly memory: number;
  readonly measures: number;
  /** Drafts that wait for the one in hand. */
  readonly waiting: number;
}

const usual: DraftLimits = {
  milliseconds: 60_000,
  reading: 5_000,
  memory: 1024,
  measures: 150,
  waiting: 8,
};

/** Why a draft was not read to its end. */
export type DraftRefusal = 'draft_too_heavy' | 'simulation_busy';

/** Waits for a work no longer than the signal lets; throws its reason then. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    work.then(resolve, reject);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** What the thread finds in a draft; undefined when it takes too long, too much memory, or goes too deep. Throws the reason of the signal. */
function tryIn(
  worker: Worker,
  errand: DraftErrand,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<DraftTrial | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      settle();
      reject(signal?.reason);
    };
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError);
    };
    const onMessage = (found: DraftTrial): void => {
      settle();
      resolve(found);
    };
    const onError = (error: unknown): void => {
      settle();
      if (isOutOfMemory(error) || error instanceof RangeError) resolve(undefined);
      else reject(error);
    };
    const timer = setTimeout(() => {
      settle();
      resolve(undefined);
    }, milliseconds);
    signal?.addEventListener('abort', onAbort);
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(errand);
  });
}

/**
 * Reads drafts in a thread of its own first, one after the other: a draft that would keep the reader for long is stopped there. The thread
 * stays for the next draft, and keeps no process alive.
 */
export class DraftReader {
  private readonly ground: DraftGround;
  private readonly limits: DraftLimits;
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(ground: DraftGround, limits: Partial<DraftLimits> = {}) {
    this.ground = ground;
    this.limits = { ...usual, ...limits };
  }

  /**
   * What is found in a draft; refused when it takes too long or too much memory, or too many wait already. Throws the reason of the signal
   * if that ends it: who waits leaves its place at once, and what is read is read no further.
   */
  async read(task: DraftTask, signal?: AbortSignal): Promise<Result<DraftTrial, DraftRefusal>> {
    signal?.throwIfAborted();
    if (this.waiting > this.limits.waiting) return fail('simulation_busy');
    this.waiting++;
    const mine = this.last.then(() => this.readNow(task, signal));
    this.last = mine.catch(() => undefined);
    try {
      return await unlessAborted(mine, signal);
    } finally {
      this.waiting--;
    }
  }

  private async readNow(
    task: DraftTask,
    signal: AbortSignal | undefined,
  ): Promise<Result<DraftTrial, DraftRefusal>> {
    signal?.throwIfAborted();
    const { milliseconds, reading, memory, measures } = this.limits;
    this.worker ??= beginThread(new URL('./draft-thread.ts', import.meta.url), memory);
    const { worker } = this;
    worker.ref();
    let trial: DraftTrial | undefined;
    try {
      trial = await tryIn(worker, { ...this.ground, ...task }, milliseconds, signal);
    } finally {
      worker.unref();
      if (trial === undefined) {
        // Whatever it does, it does no more: the next draft gets a thread of its own.
        this.worker = undefined;
        void worker.terminate();
      }
    }
    if (trial === undefined || trial.milliseconds > reading || trial.measures > measures)
      return fail('draft_too_heavy');
    return ok(trial);
  }
}
