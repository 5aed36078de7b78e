import type { Kysely } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '../database/schema.ts';
import { appendEntry } from '../journal/journal.ts';
import type { SeedOccasion } from './organisations.ts';
import { hashPassword, passwordFault } from './password.ts';
import type { PasswordFault } from './password.ts';

export interface FirstAdministrator {
  readonly login: string;
  readonly password: string;
  /** The body that they administer for. */
  readonly organisation: string;
}

export type FirstAdministratorFault =
  | PasswordFault
  /** Nobody administers yet and nobody was named. */
  | { readonly code: 'no_administrator' };

/**
 * Makes the first administrator where there is none yet; where there is one, nothing is changed whatever was named. The
 * password has to be changed at the first login.
 */
export async function keepAdministrator(
  queries: Kysely<Schema>,
  named: FirstAdministrator | undefined,
  { at, actor }: SeedOccasion,
): Promise<Result<'made' | 'there', FirstAdministratorFault>> {
  const there = await queries
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.id', 'membership.app_user')
    .select('app_user')
    .where('role', '=', 'administrator')
    .where('demo', '=', false)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (there !== undefined) return ok('there');
  if (named === undefined) return fail({ code: 'no_administrator' });
  const { login, password, organisation } = named;
  const fault = passwordFault(password, login);
  if (fault !== undefined) return fail(fault);
  const hash = await hashPassword(password);
  await queries.transaction().execute(async (transaction) => {
    const user = `user:${login}`;
    await transaction
      .insertInto('app_user')
      .values({
        id: user,
        login,
        name: login,
        name_en: login,
        password_hash: hash,
        one_time_password: true,
        created_at: at,
      })
      .execute();
    const membership = { app_user: user, organisation, role: 'administrator' as const };
    await transaction.insertInto('membership').values(membership).execute();
    const entry = { action: 'user.added', subject: user, reason: 'the first administrator' };
    await appendEntry(transaction, { ...entry, detail: { login }, at, actor });
  });
  return ok('made');
}
