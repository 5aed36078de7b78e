import { createHash } from 'node:crypto';
import type { CommandOccasion } from '../api/office-endpoint.ts';

/** Letters and digits that people do not take for one another. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A number for what a change makes, `7KQ2-…` in three groups: the same change under the same key gets the same number again, and
 * nobody guesses another's.
 */
export function numberOfKey(kind: string, { actor, key }: CommandOccasion): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, actor.user, actor.organisation, key]))
    .digest();
  const signs = Array.from(digest.subarray(0, 12), (byte) => letters[byte % letters.length]);
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)]
    .map((four) => four.join(''))
    .join('-');
}
