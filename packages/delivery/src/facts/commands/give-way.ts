import { setImmediate } from 'node:timers/promises';
import type { InSteps } from '../domain/import/in-steps.ts';

/** Does the work; at each of its stops whoever else asks something is answered first. */
export async function givingWay<Outcome>(work: InSteps<Outcome>): Promise<Outcome> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
