import { Worker } from 'node:worker_threads';

/**
 * Begins a thread that runs a source of this repository.
 * @param source the module that the thread runs
 * @param megabytes what the thread may keep; beyond that it ends with an error that {@link isOutOfMemory} knows
 */
export function beginThread(source: URL, megabytes: number): Worker {
  return new Worker(new URL('./begin-source.mjs', import.meta.url), {
    argv: [source.href],
    // The thread loads what it needs, in whichever way the process was begun.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
}

/** Whether a thread ended because it wanted more memory than it was given. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
