import type { Kysely } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '../database/schema.ts';
import { appendEntry } from '../journal/journal.ts';
import { withPasswordRoom } from './password-room.ts';
import { hashPassword, passwordFault, passwordMatches } from './password.ts';
import type { PasswordFault } from './password.ts';

export type OwnPasswordFault = { readonly code: 'wrong_password' } | PasswordFault;

/** Changes one's own password; other sessions of the account end, the one that asks goes on. */
export async function changeOwnPassword(
  queries: Kysely<Schema>,
  user: string,
  {
    current,
    next,
    csrfToken,
    at,
  }: {
    readonly current: string;
    readonly next: string;
    readonly csrfToken: string;
    readonly at: Date;
  },
): Promise<Result<undefined, OwnPasswordFault>> {
  const account = await queries
    .selectFrom('app_user')
    .select(['login', 'password_hash'])
    .where('id', '=', user)
    .executeTakeFirst();
  const stored = account?.password_hash ?? null;
  if (!(await withPasswordRoom(() => passwordMatches(current, stored))))
    return fail({ code: 'wrong_password' });
  const fault = passwordFault(next, account?.login ?? '');
  if (fault !== undefined) return fail(fault);
  const hash = await withPasswordRoom(() => hashPassword(next));
  await queries.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('app_user')
      .set({ password_hash: hash, one_time_password: false })
      .where('id', '=', user)
      .execute();
    await transaction
      .deleteFrom('session')
      .where('app_user', '=', user)
      .where('csrf_token', '<>', csrfToken)
      .execute();
    const entry = { action: 'user.password_changed', subject: user, reason: '', detail: {} };
    await appendEntry(transaction, { ...entry, at, actor: user });
  });
  return ok(undefined);
}
