import { setImmediate } from 'node:timers/promises';
import { countProgrammes, listCases, listWork } from '@luodi/delivery';
import { notificationsOf } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import type { RepeatedJob } from './jobs/repeated-job.ts';
import { sessionCookie } from './api/session-cookie.ts';

/** Asks the application without a network. */
type Ask = (path: string, init: RequestInit) => Response | Promise<Response>;

/** After so many rounds answers come as fast as they ever do. */
const rounds = 40;
/** As many as the database lends connections: each of them has plans of its own to make. */
const atOnce = 10;

/** Somebody whom nothing concerns: what they ask costs little however much there is. */
const nobody: Actor = {
  user: 'system:warm-up',
  organisation: '',
  role: 'officer',
  district: undefined,
};
const enterprise: Actor = { ...nobody, role: 'enterprise' };
const init = { headers: { cookie: `${sessionCookie}=warm-up` } };

/** The questions that people begin their day with. */
function usualQuestions({ queries }: Database, ask: Ask): readonly (() => unknown)[] {
  return [
    () => ask('/api/session', init),
    () => listCases(queries, enterprise, {}),
    () => listWork(queries, nobody),
    () => countProgrammes(queries, nobody),
    () => notificationsOf(queries, nobody, 1),
    () => ask('/api/cases', init),
  ];
}

/** A warm-up that is under way. */
interface WarmUp extends RepeatedJob {
  /** When all is asked, or given up. */
  readonly done: Promise<void>;
}

async function askAll(
  questions: readonly (() => unknown)[],
  isEnding: () => boolean,
): Promise<void> {
  try {
    for (const question of questions)
      await Promise.all(Array.from({ length: atOnce }, () => question()));
    for (let round = 0; round < rounds && !isEnding(); round += 1)
      for (const question of questions) {
        await question();
        await setImmediate();
      }
  } catch (error) {
    console.error('warm-up:', error);
  }
}

/**
 * Asks what people ask first before they do, so that the code is compiled and the connections to the database are open with their
 * plans made when a hundred come at once. One question at a time after the first round, and those of people go before. Changes nothing;
 * ends early when it fails, since it is for speed alone.
 */
export function warmUp(database: Database, ask: Ask): WarmUp {
  let ending = false;
  const done = askAll(usualQuestions(database, ask), () => ending);
  return {
    done,
    stop() {
      ending = true;
      return done;
    },
  };
}
