import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { wordsShape } from './notifications.ts';
import type { Notice } from './notifications.ts';

/** A notice on its way out of the system. */
export interface OutgoingNotice extends Notice {
  readonly id: bigint;
  readonly at: Date;
}

const atOnce = 100;

/**
 * Hands the notices that were not handed over yet to `send`, oldest first, until one is not taken (`send` answers false):
 * that one comes again the next time. A notice can come twice, after a crash between its sending and the note of it: its
 * id tells. Answers how many were taken.
 */
export async function deliverNotices(
  queries: Kysely<Schema>,
  send: (notice: OutgoingNotice) => Promise<boolean>,
  now: () => Date,
): Promise<number> {
  for (let taken = 0; ; ) {
    const rows = await queries
      .selectFrom('notification')
      .select(['id', 'organisation', 'subject', 'kind', 'words', 'at'])
      .where('delivered_at', 'is', null)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const { words, ...row } of rows) {
      if (!(await send({ ...row, words: wordsShape.parse(words) }))) return taken;
      await queries
        .updateTable('notification')
        .set({ delivered_at: now() })
        .where('id', '=', row.id)
        .execute();
      taken += 1;
    }
    if (rows.length < atOnce) return taken;
  }
}
