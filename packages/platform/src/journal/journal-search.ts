import type { Kysely } from 'kysely';
import { readAs } from '../command/run-command.ts';
import type { Actor } from '../command/actor.ts';
import type { Schema } from '../database/schema.ts';
import type { JournalEntry } from './journal.ts';

/** What is looked for in the journal; what is left out does not matter. */
export interface JournalQuestion {
  readonly actor?: string | undefined;
  /** An action, or with a dot at its end all that begin so: `user.`. */
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  /** Instants: from the first on, up to but not with the second. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Entries before this one only: where the page before ended. */
  readonly before?: bigint | undefined;
  readonly limit: number;
}

export interface NumberedEntry extends JournalEntry {
  readonly sequence: bigint;
  readonly hash: string;
  /** The name of the person who acted; nobody where the machine did. */
  readonly actorName: string | undefined;
}

/** Entries of the journal that the actor may see, newest first. */
export function searchJournal(
  database: Kysely<Schema>,
  reader: Actor,
  { actor, action, subject, from, until, before, limit }: JournalQuestion,
): Promise<readonly NumberedEntry[]> {
  return readAs(database, reader, async (transaction) => {
    let query = transaction
      .selectFrom('journal')
      .leftJoin('user_name', 'user_name.id', 'journal.actor')
      .select(['sequence', 'at', 'actor', 'action', 'subject', 'reason', 'detail', 'hash'])
      .select('user_name.name')
      .orderBy('sequence', 'desc')
      .limit(limit);
    if (actor !== undefined)
      query = query.where((row) =>
        row.or([row('actor', '=', actor), row('user_name.name', '=', actor)]),
      );
    if (action?.endsWith('.') === true)
      query = query.where((row) =>
        row(row.fn('starts_with', ['action', row.val(action)]), '=', true),
      );
    else if (action !== undefined) query = query.where('action', '=', action);
    if (subject !== undefined) query = query.where('subject', '=', subject);
    if (from !== undefined) query = query.where('at', '>=', from);
    if (until !== undefined) query = query.where('at', '<', until);
    if (before !== undefined) query = query.where('sequence', '<', before);
    const rows = await query.execute();
    return rows.map(({ name, ...entry }) => ({ ...entry, actorName: name ?? undefined }));
  });
}
