import { codeOf } from './unforeseen.ts';

/** What is written of an error: what everybody is told at the same time fills no log with its places in the code. */
export function logText(error: unknown): unknown {
  const code = codeOf(error);
  // Of an address with several numbers, each of which refuses, nothing is said in words.
  return error instanceof Error && code !== 'internal' ? error.message || code : error;
}
