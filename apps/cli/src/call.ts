import type { CommandOutcome } from './outcome.ts';
import type { CommandContext } from './terminal.ts';

/** One call of the program, in one language, with one end. */
export interface Call extends CommandContext {
  finish(outcome: CommandOutcome): void;
}
