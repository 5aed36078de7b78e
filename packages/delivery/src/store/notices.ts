import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '@luodi/platform';
import type { CaseInHand } from './cases.ts';

/**
 * Tells the enterprise of a case what happened to it. `kind` says what, `detail` with which figures; the page has the words in both
 * languages.
 */
export async function notify(
  transaction: Transaction<Schema>,
  { each, programme }: CaseInHand,
  kind: string,
  at: Date,
  detail: Readonly<Record<string, string | null>>,
): Promise<void> {
  const words = {
    ...detail,
    programme: programme.id,
    title: programme.title,
    titleEn: programme.titleEn,
  };
  // Written without reading it back: an officer may tell an enterprise, but not read what it is told.
  await sql`insert into notification (organisation, subject, kind, words, at)
    values (${each.enterprise}, ${each.id}, ${`case.${kind}`}, ${JSON.stringify(words)}::jsonb, ${at})`.execute(
    transaction,
  );
}
