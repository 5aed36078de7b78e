import { logText } from '../errors/log-text.ts';

/** Work that the server does by itself again and again. */
export interface RepeatedJob {
  /** Lets the work under way end, and begins no more. */
  stop(): Promise<void>;
}

/**
 * Does the work now and then again after each `pause` (milliseconds) from its end, until stopped. What fails is said on the
 * console under `name` and tried again after the next pause.
 */
export function repeatJob(name: string, pause: number, work: () => Promise<unknown>): RepeatedJob {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      console.error(`${name}:`, logText(error));
    }
    if (stopped) return;
    // Nothing waits for the next time when the server ends.
    timer = setTimeout(() => {
      running = once();
    }, pause).unref();
  };
  let running = once();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
