import { readAs } from '@luodi/platform';
import type { Ledger } from '../../src/money/store/booking.ts';
import type { Deed } from './deed.ts';
import type { RandomNumbers } from './random-numbers.ts';
import { machine } from './world.ts';
import type { World } from './world.ts';

/** Looks at the data and chooses something that makes sense now; `undefined`: there is nothing. */
export type Step = (world: World, random: RandomNumbers) => Promise<Deed | undefined>;

/** Looks at everything. */
export function look<Answer>(
  { database }: World,
  work: (transaction: Ledger) => Promise<Answer>,
): Promise<Answer> {
  return readAs(database.queries, machine, work);
}
