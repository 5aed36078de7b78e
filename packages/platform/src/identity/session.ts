import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Actor } from '../command/actor.ts';
import type { Schema } from '../database/schema.ts';
import type { Role } from '../database/schema/identity.ts';
import { appendEntry } from '../journal/journal.ts';

const minute = 60_000;
/** A session ends when nothing was asked for half an hour, and after half a day in any case. */
const idleTime = 30 * minute;
const longestTime = 12 * 60 * minute;
/** That somebody is still there is noted once a minute, not with every request. */
const noteTime = minute;
const tokenBytes = 32;

/** A place from which somebody acts: a role in an organisation. */
export interface Office {
  readonly organisation: string;
  readonly organisationName: string;
  readonly organisationNameEn: string;
  readonly role: Role;
  /** The district that the office is limited to; `undefined`: the whole city. */
  readonly district: string | undefined;
}

/** Somebody who is signed in, in one of their offices. */
export interface SignedIn {
  readonly actor: Actor;
  readonly user: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly nameEn: string;
  };
  readonly office: Office;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  /** The password was set by an administrator: it has to be changed before anything else. */
  readonly mustChangePassword: boolean;
}

/** What the browser gets; only the hash of the token is stored. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The offices of somebody, by the names of the organisations. */
export async function officesOf(queries: Kysely<Schema>, user: string): Promise<readonly Office[]> {
  const rows = await queries
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation')
    .select(['organisation.id', 'organisation.name', 'name_en', 'district', 'role'])
    .where('app_user', '=', user)
    .orderBy('organisation.name')
    .orderBy('role')
    .execute();
  return rows.map(({ id, name, name_en, district, role }) => ({
    organisation: id,
    organisationName: name,
    organisationNameEn: name_en,
    role,
    district: district ?? undefined,
  }));
}

/** Opens a session in an office, with its entry in the journal. `manner`: how they showed who they are. */
export async function openSession(
  transaction: Transaction<Schema>,
  user: string,
  { organisation, role }: Office,
  { at, manner }: { readonly at: Date; readonly manner: 'password' | 'oidc' | 'demo' },
): Promise<NewSession> {
  const token = randomBytes(tokenBytes).toString('base64url');
  const expiresAt = new Date(at.getTime() + longestTime);
  await transaction.deleteFrom('session').where('expires_at', '<=', at).execute();
  await transaction
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      app_user: user,
      organisation,
      role,
      csrf_token: randomBytes(tokenBytes).toString('base64url'),
      created_at: at,
      last_seen_at: at,
      expires_at: expiresAt,
    })
    .execute();
  await appendEntry(transaction, {
    at,
    actor: user,
    action: 'session.opened',
    subject: user,
    reason: manner,
    detail: { organisation, role },
  });
  return { token, expiresAt };
}

/** Who sent a token, if its session is open and the account not disabled; notes that they are there. */
export async function findSession(
  queries: Kysely<Schema>,
  token: string,
  at: Date,
): Promise<SignedIn | undefined> {
  const row = await queries
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.app_user')
    .innerJoin('organisation', 'organisation.id', 'session.organisation')
    .select(['app_user.id', 'login', 'app_user.name', 'app_user.name_en', 'one_time_password'])
    .select(['organisation.name as office_name', 'organisation.name_en as office_name_en'])
    .select(['organisation', 'role', 'district', 'csrf_token', 'last_seen_at', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', at)
    .where('last_seen_at', '>', new Date(at.getTime() - idleTime))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (at.getTime() - row.last_seen_at.getTime() >= noteTime)
    await queries
      .updateTable('session')
      .set({ last_seen_at: at })
      .where('token_hash', '=', hashOf(token))
      .execute();
  const { id, login, name, name_en: nameEn, organisation, role } = row;
  const district = row.district ?? undefined;
  return {
    actor: { user: id, organisation, role, district },
    user: { id, login, name, nameEn },
    office: {
      organisation,
      organisationName: row.office_name,
      organisationNameEn: row.office_name_en,
      role,
      district,
    },
    csrfToken: row.csrf_token,
    expiresAt: row.expires_at,
    mustChangePassword: row.one_time_password,
  };
}

export type OfficeFault = { readonly code: 'not_your_office' };

/** Goes over into another office of the same person. */
export async function chooseOffice(
  queries: Kysely<Schema>,
  { token, at }: { readonly token: string; readonly at: Date },
  { user }: SignedIn,
  chosen: { readonly organisation: string; readonly role: Role },
): Promise<Result<Office, OfficeFault>> {
  const office = (await officesOf(queries, user.id)).find(
    ({ organisation, role }) => organisation === chosen.organisation && role === chosen.role,
  );
  if (office === undefined) return fail({ code: 'not_your_office' });
  const { organisation, role } = office;
  await queries.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('session')
      .set({ organisation, role })
      .where('token_hash', '=', hashOf(token))
      .execute();
    await appendEntry(transaction, {
      at,
      actor: user.id,
      action: 'session.office_chosen',
      subject: user.id,
      reason: '',
      detail: { organisation, role },
    });
  });
  return ok(office);
}

/** Ends a session, with its entry in the journal; one that is over already is left so. */
export async function endSession(queries: Kysely<Schema>, token: string, at: Date): Promise<void> {
  await queries.transaction().execute(async (transaction) => {
    const ended = await transaction
      .deleteFrom('session')
      .where('token_hash', '=', hashOf(token))
      .returning('app_user')
      .executeTakeFirst();
    if (ended === undefined) return;
    await appendEntry(transaction, {
      at,
      actor: ended.app_user,
      action: 'session.ended',
      subject: ended.app_user,
      reason: '',
      detail: {},
    });
  });
}
