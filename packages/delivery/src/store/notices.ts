import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '@luodi/platform';
import { noticeWords } from '../domain/notice-words.ts';
import type { CaseInHand } from './cases.ts';

/**
 * Tells the enterprise of a case what happened to it. `kind` says what, `detail` with which figures; words for people in both
 * languages go with it, unless the detail brings its own.
 */
export async function notify(
  transaction: Transaction<Schema>,
  { each, programme }: CaseInHand,
  kind: string,
  at: Date,
  detail: Readonly<Record<string, string | null>>,
): Promise<void> {
  const { id, title, titleEn } = programme;
  const { due, because } = detail;
  const about = { title, titleEn, due, because };
  const words = { ...noticeWords(kind, about), ...detail, programme: id, title, titleEn };
  // Written without reading it back: an officer may tell an enterprise, but not read what it is told.
  await sql`insert into notification (organisation, subject, kind, words, at)
    values (${each.enterprise}, ${each.id}, ${`case.${kind}`}, ${JSON.stringify(words)}::jsonb, ${at})`.execute(
    transaction,
  );
}
