import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { appendEntry } from '../journal/journal.ts';

/** Whether and where somebody is told of news by mail. */
export interface OwnMail {
  readonly address: string | undefined;
  readonly wanted: boolean;
}

/** One's own address and wish. */
export async function ownMail(queries: Kysely<Schema>, user: string): Promise<OwnMail> {
  const { email, mail_wanted: wanted } = await queries
    .selectFrom('app_user')
    .select(['email', 'mail_wanted'])
    .where('id', '=', user)
    .executeTakeFirstOrThrow();
  return { address: email ?? undefined, wanted };
}

/** Changes one's own address and wish. The journal says that it was changed; the address itself is no business of it. */
export async function changeOwnMail(
  queries: Kysely<Schema>,
  user: string,
  { address, wanted }: OwnMail,
  at: Date,
): Promise<void> {
  await queries.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('app_user')
      .set({ email: address ?? null, mail_wanted: wanted })
      .where('id', '=', user)
      .execute();
    const detail = { address: address !== undefined, wanted };
    const entry = { action: 'user.mail_changed', subject: user, reason: '', detail };
    await appendEntry(transaction, { ...entry, at, actor: user });
  });
}
