import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { appendEntry } from '../journal/journal.ts';

/** One version of a city's rule files: path to text. */
export interface ArchivedContent {
  readonly version: string;
  readonly city: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Who keeps a version, when and why. */
export interface ArchiveOccasion {
  readonly at: Date;
  readonly actor: string;
  readonly reason: string;
}

/**
 * Keeps a version for ever, with its entry in the journal in the same transaction. A version that is kept already stays as
 * it is and gets no second entry. Answers whether it was new.
 */
export async function archiveContent(
  queries: Kysely<Schema>,
  { version, city, files }: ArchivedContent,
  { at, actor, reason }: ArchiveOccasion,
): Promise<boolean> {
  return queries.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('content_version')
      .values({ version, city, loaded_at: at, files: JSON.stringify(Object.fromEntries(files)) })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .returning('version')
      .executeTakeFirst();
    if (added === undefined) return false;
    await appendEntry(transaction, {
      at,
      actor,
      action: 'content.archived',
      subject: version,
      reason,
      detail: { city, files: files.size },
    });
    return true;
  });
}

/** Archived versions that begin so two at most: more than one means the beginning is too short. */
export async function findContent(
  queries: Kysely<Schema>,
  beginning: string,
): Promise<readonly ArchivedContent[]> {
  const rows = await queries
    .selectFrom('content_version')
    .select(['version', 'city', 'files'])
    .where(sql<boolean>`starts_with(version, ${beginning})`)
    .orderBy('version')
    .limit(2)
    .execute();
  return rows.map(({ version, city, files }) => ({
    version,
    city,
    files: new Map(Object.entries(files)),
  }));
}
