import type { Result } from '@luodi/kernel';
import type { Database } from '@luodi/platform';
import type { RandomNumbers } from './random-numbers.ts';

/** A command that was chosen by chance, ready to be given; given twice it must answer alike and act once. */
export interface Command {
  /** As it stands in the table of commands: who asks, and under which key. */
  readonly key: string;
  readonly give: () => Promise<Result<unknown, { readonly code: string }>>;
}

/** Looks at the data and chooses a command that makes sense now; `undefined`: there is none. */
export type Step = (
  database: Database,
  random: RandomNumbers,
  name: string,
) => Promise<Command | undefined>;
