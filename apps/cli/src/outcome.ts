import type { Bilingual } from '@luodi/evaluation';

/** How a command ended. Exit codes: done 0, the answer is "no" 1, the input cannot be used 2. */
export type CommandOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'no' }
  /** One line: what, where, how to mend it. */
  | { readonly kind: 'input_fault'; readonly message: Bilingual }
  /** The same, already said by another process. */
  | { readonly kind: 'fault_reported' };

export type ExitCode = 0 | 1 | 2;

export const done: CommandOutcome = { kind: 'done' };
export const answerIsNo: CommandOutcome = { kind: 'no' };

export const faultReported: CommandOutcome = { kind: 'fault_reported' };

export function inputFault(message: Bilingual): CommandOutcome {
  return { kind: 'input_fault', message };
}
