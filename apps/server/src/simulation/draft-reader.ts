import { Worker } from 'node:worker_threads';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { DraftGround, DraftTask, DraftTrial } from './draft-task.ts';

export interface DraftLimits {
  /** Of the thread from the first to the last, its own start included. */
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
  milliseconds: 30_000,
  reading: 3_000,
  memory: 1024,
  measures: 150,
  waiting: 8,
};

/** Why a draft was not read to its end. */
export type DraftRefusal = 'draft_too_heavy' | 'simulation_busy';

/** Sources run as they are: the thread loads the loader of TypeScript first, then its own. */
function beginning(): string {
  const sources = JSON.stringify(new URL('./draft-thread.ts', import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return `import(${loader}).then(({ register }) => (register(), import(${sources})))`;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Reads drafts in a thread of its own first, one after the other: a draft that would keep the reader for long is stopped there. */
export class DraftReader {
  private readonly ground: DraftGround;
  private readonly limits: DraftLimits;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(ground: DraftGround, limits: Partial<DraftLimits> = {}) {
    this.ground = ground;
    this.limits = { ...usual, ...limits };
  }

  /** What is found in a draft; refused when it takes too long or too much memory, or too many wait already. */
  async read(task: DraftTask): Promise<Result<DraftTrial, DraftRefusal>> {
    if (this.waiting > this.limits.waiting) return fail('simulation_busy');
    this.waiting++;
    const mine = this.last.then(() => this.readNow(task));
    this.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.waiting--;
    }
  }

  private async readNow(task: DraftTask): Promise<Result<DraftTrial, DraftRefusal>> {
    const { milliseconds, reading, memory, measures } = this.limits;
    const worker = new Worker(beginning(), {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    try {
      const trial = await new Promise<DraftTrial | undefined>((resolve, reject) => {
        const timer = setTimeout(() => resolve(undefined), milliseconds);
        worker.once('message', (found: DraftTrial) => {
          clearTimeout(timer);
          resolve(found);
        });
        worker.once('error', (error) => {
          clearTimeout(timer);
          if (isOutOfMemory(error) || error instanceof RangeError) resolve(undefined);
          else reject(error);
        });
        worker.postMessage({ ...this.ground, ...task });
      });
      const fits =
        trial !== undefined && trial.milliseconds <= reading && trial.measures <= measures;
      return fits ? ok(trial) : fail('draft_too_heavy');
    } finally {
      void worker.terminate();
    }
  }
}
