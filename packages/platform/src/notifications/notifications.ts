import type { Kysely, Transaction } from 'kysely';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { z } from 'zod';
import { readAs, runCommand } from '../command/run-command.ts';
import type { CommandFault } from '../command/run-command.ts';
import type { Actor } from '../command/actor.ts';
import type { Schema } from '../database/schema.ts';

/** What an organisation is told. */
export interface Notice {
  readonly organisation: string;
  /** What it is about: a case, a programme. */
  readonly subject: string;
  readonly kind: string;
  readonly words: { readonly zh: string; readonly en: string };
}

/** A notice as its organisation reads it. */
export interface ReadableNotice extends Omit<Notice, 'organisation'> {
  readonly id: bigint;
  readonly at: Date;
  readonly read: boolean;
}

/** Before notices carried their words those of cases carried the title of their programme. */
const titled = z
  .object({ title: z.string(), titleEn: z.string() })
  .transform(({ title, titleEn }) => ({
    zh: `“${title}”有新进展`,
    en: `There is news of “${titleEn}”`,
  }));

export const wordsShape = z.union([z.object({ zh: z.string(), en: z.string() }), titled]);

/** Tells organisations something, within the transaction of the change that it tells of. */
export async function notify(
  transaction: Transaction<Schema>,
  notices: readonly Notice[],
  at: Date,
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => ({ ...notice, words: JSON.stringify(notice.words), at }));
  await transaction.insertInto('notification').values(rows).execute();
}

/** The last notices to the actor's organisation, newest first, and how many of all are unread. */
export function notificationsOf(
  database: Kysely<Schema>,
  actor: Actor,
  limit: number,
): Promise<{ readonly notices: readonly ReadableNotice[]; readonly unread: number }> {
  return readAs(database, actor, async (transaction) => {
    // Beside the wall in the database: the machine itself would see all of them.
    const own = transaction
      .selectFrom('notification')
      .where('organisation', '=', actor.organisation);
    const rows = await own.selectAll().orderBy('id', 'desc').limit(limit).execute();
    const { unread } = await own
      .select((row) => row.fn.countAll<bigint>().as('unread'))
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow();
    const notices = rows.map(({ id, subject, kind, words, at, read_at }) => ({
      id,
      subject,
      kind,
      words: wordsShape.parse(words),
      at,
      read: read_at !== null,
    }));
    return { notices, unread: Number(unread) };
  });
}

const readOutcome = z.object({ read: z.int() });

/** Marks the notices to the actor's organisation as read, up to and with one. */
export function markNotificationsRead(
  database: Kysely<Schema>,
  { actor, key, at }: { readonly actor: Actor; readonly key: string; readonly at: Date },
  upTo: bigint,
): Promise<Result<{ readonly read: number }, CommandFault>> {
  const input = { upTo: upTo.toString() };
  return runCommand<{ read: number }, never>(
    database,
    { key, name: 'notification.read', actor, input, at },
    async (transaction) => {
      const rows = await transaction
        .updateTable('notification')
        .set({ read_at: at })
        .where('organisation', '=', actor.organisation)
        .where('id', '<=', upTo)
        .where('read_at', 'is', null)
        .returning('id')
        .execute();
      const outcome = { read: rows.length };
      const entry = { action: 'notification.read', subject: actor.organisation, reason: '' };
      return ok({ outcome, entry: { ...entry, detail: outcome } });
    },
    (data) => readOutcome.parse(data),
  );
}
