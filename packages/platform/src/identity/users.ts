import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { z } from 'zod';
import { runCommand } from '../command/run-command.ts';
import type { CommandFault, Done } from '../command/run-command.ts';
import type { Actor } from '../command/actor.ts';
import type { Schema } from '../database/schema.ts';
import type { Role } from '../database/schema/identity.ts';
import { withPasswordRoom } from './password-room.ts';
import { hashPassword, newPassword } from './password.ts';

/** An administrator's request: who asks, under which key, when. */
export interface AdministratorRequest {
  readonly actor: Actor;
  readonly key: string;
  readonly at: Date;
}

export type UserFault =
  | { readonly code: 'not_allowed' }
  | { readonly code: 'unknown_user' }
  | { readonly code: 'unknown_organisation' }
  | { readonly code: 'login_taken' }
  | { readonly code: 'already_member' }
  | { readonly code: 'not_a_member' }
  /** Without an administrator nobody could be let in again. */
  | { readonly code: 'last_administrator' };

type UserResult<Outcome> = Promise<Result<Outcome, UserFault | CommandFault>>;
type Write = Transaction<Schema>;

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly nameEn: string;
  /** How the city's own identity names them; they then sign in there and have no password here. */
  readonly oidc?: { readonly issuer: string; readonly subject: string };
  readonly offices: readonly { readonly organisation: string; readonly role: Role }[];
}

/** An account with, where one was made just now, its one-time password. It is shown once: it is nowhere stored. */
export interface AccountOutcome {
  readonly user: string;
  readonly oneTimePassword: string | undefined;
}

const userOutcome = z.object({ user: z.string() });

type UserDone = Result<Done<{ readonly user: string }>, UserFault>;

function done(user: string, action: string, detail: Readonly<Record<string, unknown>> = {}) {
  return ok({ outcome: { user }, entry: { action, subject: user, reason: '', detail } });
}

/** Only administrators, and the machine itself, change accounts; the database would refuse others too. */
function command(
  database: Kysely<Schema>,
  { actor, key, at }: AdministratorRequest,
  name: string,
  input: unknown,
  work: (transaction: Write) => Promise<UserDone>,
): UserResult<{ readonly user: string }> {
  if (actor.role !== 'administrator' && actor.role !== 'system')
    return Promise.resolve(fail({ code: 'not_allowed' }));
  return runCommand(database, { key, name, actor, input, at }, work, (data) =>
    userOutcome.parse(data),
  );
}

async function exists(transaction: Write, user: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', user)
    .executeTakeFirst();
  return row !== undefined;
}

async function hasOrganisations(transaction: Write, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await transaction
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', ids)
    .execute();
  return rows.length === new Set(ids).size;
}

/** Any number that no other program uses for an advisory lock in this database. */
const administratorLock = 7_030_403;

/** Whether somebody else, or this person by another office, could still administer. */
async function anotherAdministers(
  transaction: Write,
  user: string,
  organisation?: string,
): Promise<boolean> {
  // Two administrators who take each other out at once: the second has to see what the first did.
  await sql`select pg_advisory_xact_lock(${sql.lit(administratorLock)})`.execute(transaction);
  const rows = await transaction
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.id', 'membership.app_user')
    .select(['app_user', 'organisation'])
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .execute();
  return rows.some(
    (row) =>
      row.app_user !== user || (organisation !== undefined && row.organisation !== organisation),
  );
}

/** Adds an account with its offices, and with a one-time password unless the city's own identity knows the person. */
export async function addUser(
  database: Kysely<Schema>,
  request: AdministratorRequest,
  { login, name, nameEn, oidc, offices }: NewUser,
): UserResult<AccountOutcome> {
  const password = oidc === undefined ? newPassword() : undefined;
  const hash = password === undefined ? null : await withPasswordRoom(() => hashPassword(password));
  let shown: string | undefined;
  const input = { login, name, nameEn, oidc: oidc ?? null, offices };
  const added = await command(database, request, 'user.add', input, async (transaction) => {
    if (
      !(await hasOrganisations(
        transaction,
        offices.map(({ organisation }) => organisation),
      ))
    )
      return fail({ code: 'unknown_organisation' });
    const user = `user:${randomUUID()}`;
    const row = await transaction
      .insertInto('app_user')
      .values({
        id: user,
        login,
        name,
        name_en: nameEn,
        password_hash: hash,
        one_time_password: password !== undefined,
        oidc_issuer: oidc?.issuer ?? null,
        oidc_subject: oidc?.subject ?? null,
        created_at: request.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return fail({ code: 'login_taken' });
    if (offices.length > 0)
      await transaction
        .insertInto('membership')
        .values(offices.map((office) => ({ app_user: user, ...office })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    shown = password;
    return done(user, 'user.added', { login, offices });
  });
  return added.ok ? ok({ ...added.value, oneTimePassword: shown }) : added;
}

/** Disables an account, whose sessions end at once, or lets it in again, whatever kept it out. */
export function setUserDisabled(
  database: Kysely<Schema>,
  request: AdministratorRequest,
  { user, disabled }: { readonly user: string; readonly disabled: boolean },
): UserResult<{ readonly user: string }> {
  return command(database, request, 'user.disable', { user, disabled }, async (transaction) => {
    if (!(await exists(transaction, user))) return fail({ code: 'unknown_user' });
    if (disabled && !(await anotherAdministers(transaction, user)))
      return fail({ code: 'last_administrator' });
    await transaction
      .updateTable('app_user')
      .set(
        disabled
          ? { disabled_at: request.at }
          : { disabled_at: null, failed_logins: 0, locked_until: null },
      )
      .where('id', '=', user)
      .execute();
    if (disabled) await transaction.deleteFrom('session').where('app_user', '=', user).execute();
    return done(user, disabled ? 'user.disabled' : 'user.enabled');
  });
}

/** Ends all sessions of somebody, e.g. after a device was lost. */
export function endSessionsOf(
  database: Kysely<Schema>,
  request: AdministratorRequest,
  { user }: { readonly user: string },
): UserResult<{ readonly user: string }> {
  return command(database, request, 'user.end_sessions', { user }, async (transaction) => {
    if (!(await exists(transaction, user))) return fail({ code: 'unknown_user' });
    await transaction.deleteFrom('session').where('app_user', '=', user).execute();
    return done(user, 'user.sessions_ended');
  });
}

interface OfficeOfUser {
  readonly user: string;
  readonly organisation: string;
  readonly role: Role;
}

/** Gives somebody an office. */
export function addMembership(
  database: Kysely<Schema>,
  request: AdministratorRequest,
  { user, organisation, role }: OfficeOfUser,
): UserResult<{ readonly user: string }> {
  const input = { user, organisation, role };
  return command(database, request, 'membership.add', input, async (transaction) => {
    if (!(await exists(transaction, user))) return fail({ code: 'unknown_user' });
    if (!(await hasOrganisations(transaction, [organisation])))
      return fail({ code: 'unknown_organisation' });
    const row = await transaction
      .insertInto('membership')
      .values({ app_user: user, organisation, role })
      .onConflict((conflict) => conflict.doNothing())
      .returning('app_user')
      .executeTakeFirst();
    return row === undefined
      ? fail({ code: 'already_member' })
      : done(user, 'membership.added', { organisation, role });
  });
}

/** Takes an office away; sessions in it end at once. */
export function removeMembership(
  database: Kysely<Schema>,
  request: AdministratorRequest,
  { user, organisation, role }: OfficeOfUser,
): UserResult<{ readonly user: string }> {
  const input = { user, organisation, role };
  return command(database, request, 'membership.remove', input, async (transaction) => {
    if (role === 'administrator' && !(await anotherAdministers(transaction, user, organisation)))
      return fail({ code: 'last_administrator' });
    const row = await transaction
      .deleteFrom('membership')
      .where('app_user', '=', user)
      .where('organisation', '=', organisation)
      .where('role', '=', role)
      .returning('app_user')
      .executeTakeFirst();
    return row === undefined
      ? fail({ code: 'not_a_member' })
      : done(user, 'membership.removed', { organisation, role });
  });
}

/** Sets a one-time password, which its owner has to change. Sessions end, a lock is taken off. */
export async function resetPassword(
  database: Kysely<Schema>,
  request: AdministratorRequest,
  { user }: { readonly user: string },
): UserResult<AccountOutcome> {
  const password = newPassword();
  const hash = await withPasswordRoom(() => hashPassword(password));
  let shown: string | undefined;
  const reset = await command(database, request, 'user.reset', { user }, async (transaction) => {
    if (!(await exists(transaction, user))) return fail({ code: 'unknown_user' });
    await transaction
      .updateTable('app_user')
      .set({ password_hash: hash, one_time_password: true, failed_logins: 0, locked_until: null })
      .where('id', '=', user)
      .execute();
    await transaction.deleteFrom('session').where('app_user', '=', user).execute();
    shown = password;
    return done(user, 'user.password_reset');
  });
  return reset.ok ? ok({ ...reset.value, oneTimePassword: shown }) : reset;
}
