import type { Kysely } from 'kysely';
import { readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import { correctionsOf } from '../store/corrections.ts';
import type { ListedCorrection } from '../store/corrections.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';

/** One programme; `undefined`: there is none. */
export function readProgramme(
  queries: Kysely<Schema>,
  actor: Actor,
  id: string,
): Promise<Programme | undefined> {
  return readAs(queries, actor, (transaction) => findProgramme(transaction, id));
}

const mostCorrections = 500;

/** What followed from decisions of a programme that came out otherwise, the latest first. */
export function listCorrections(
  queries: Kysely<Schema>,
  actor: Actor,
  programme: string,
): Promise<readonly ListedCorrection[]> {
  return readAs(queries, actor, (transaction) =>
    correctionsOf(transaction, programme, mostCorrections),
  );
}
