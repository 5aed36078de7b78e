import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '../database/schema.ts';
import { appendEntry } from '../journal/journal.ts';
import { withPasswordRoom } from './password-room.ts';
import { passwordMatches } from './password.ts';
import { officesOf, openSession } from './session.ts';
import type { NewSession } from './session.ts';

export type SignInFault =
  /** Login, password or account is wrong, or the account is locked: which of them is not said. */
  | { readonly code: 'sign_in_refused' }
  /** The account is right and has no office to act in. */
  | { readonly code: 'no_office' };

const refused = fail({ code: 'sign_in_refused' } as const);

const mostFailures = 5;
const lockTime = 15 * 60_000;

/**
 * Takes one of the attempts that an account has before it is locked, whatever comes of it: attempts at the same time cannot
 * get more than these. `undefined`: no such account, or it is locked or disabled.
 */
function takeAttempt(queries: Kysely<Schema>, login: string, at: Date) {
  const next = sql<number>`case when locked_until is null then failed_logins + 1 else 1 end`;
  return queries
    .updateTable('app_user')
    .set({
      failed_logins: next,
      locked_until: sql<Date | null>`case when ${next} >= ${mostFailures}::int
        then ${new Date(at.getTime() + lockTime)}::timestamptz end`,
    })
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .where((row) => row.or([row('locked_until', 'is', null), row('locked_until', '<=', at)]))
    .returning(['id', 'password_hash', 'locked_until'])
    .executeTakeFirst();
}

async function noteLock(queries: Kysely<Schema>, user: string, at: Date): Promise<void> {
  await queries.transaction().execute((transaction) =>
    appendEntry(transaction, {
      at,
      actor: 'server',
      action: 'account.locked',
      subject: user,
      reason: `${mostFailures} failed logins`,
      detail: { minutes: lockTime / 60_000 },
    }),
  );
}

/** Opens a session of somebody who has shown who they are, in the first of their offices. */
export async function enter(
  queries: Kysely<Schema>,
  user: string,
  occasion: { readonly at: Date; readonly manner: 'password' | 'oidc' | 'demo' },
): Promise<Result<NewSession, SignInFault>> {
  const [office] = await officesOf(queries, user);
  if (office === undefined) return fail({ code: 'no_office' });
  return ok(
    await queries
      .transaction()
      .execute((transaction) => openSession(transaction, user, office, occasion)),
  );
}

/**
 * Signs in by password. Five failures lock the account for fifteen minutes. Rejects (`isPasswordsBusy`) when too many sign in at once.
 */
export async function signIn(
  queries: Kysely<Schema>,
  { login, password }: { readonly login: string; readonly password: string },
  at: Date,
): Promise<Result<NewSession, SignInFault>> {
  // An attempt is taken only when it can be dealt with: a flood of others locks nobody out.
  const { account, matches } = await withPasswordRoom(async () => {
    const taken = await takeAttempt(queries, login, at);
    const stored = taken?.password_hash ?? null;
    return { account: taken, matches: await passwordMatches(password, stored) };
  });
  if (account === undefined) return refused;
  if (!matches) {
    if (account.locked_until !== null) await noteLock(queries, account.id, at);
    return refused;
  }
  await queries
    .updateTable('app_user')
    .set({ failed_logins: 0, locked_until: null })
    .where('id', '=', account.id)
    .execute();
  return enter(queries, account.id, { at, manner: 'password' });
}

/** Signs in as one of the synthetic persons of the demonstration, who have no password. */
export async function signInToDemo(
  queries: Kysely<Schema>,
  login: string,
  at: Date,
): Promise<Result<NewSession, SignInFault>> {
  const account = await queries
    .selectFrom('app_user')
    .select('id')
    .where('login', '=', login)
    .where('demo', '=', true)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return account === undefined ? refused : enter(queries, account.id, { at, manner: 'demo' });
}
