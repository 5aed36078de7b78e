import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Role } from '../database/schema/identity.ts';
import { appendEntry } from '../journal/journal.ts';
import type { SeedOccasion } from './organisations.ts';

/** A synthetic person of the demonstration, with one office. */
export interface DemoIdentity {
  readonly login: string;
  readonly name: string;
  readonly nameEn: string;
  readonly organisation: string;
  readonly role: Role;
}

/** A demonstration identity as the login page offers it. */
export interface OfferedIdentity extends DemoIdentity {
  readonly organisationName: string;
  readonly organisationNameEn: string;
}

function idOf({ login }: DemoIdentity): string {
  return `demo:${login}`;
}

/**
 * Adds the synthetic persons that are not there yet. They have no password: only the demonstration lets them in. Their
 * organisations have to be there. Answers how many were added.
 */
export async function keepDemoIdentities(
  queries: Kysely<Schema>,
  identities: readonly DemoIdentity[],
  { at, actor }: SeedOccasion,
): Promise<number> {
  if (identities.length === 0) return 0;
  return queries.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('app_user')
      .values(
        identities.map((identity) => ({
          id: idOf(identity),
          login: identity.login,
          name: identity.name,
          name_en: identity.nameEn,
          demo: true,
          created_at: at,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (added.length === 0) return 0;
    // Those that were there keep the offices that they have by now.
    const ids = new Set(added.map(({ id }) => id));
    await transaction
      .insertInto('membership')
      .values(
        identities
          .filter((identity) => ids.has(idOf(identity)))
          .map((identity) => ({
            app_user: idOf(identity),
            organisation: identity.organisation,
            role: identity.role,
          })),
      )
      .execute();
    await appendEntry(transaction, {
      at,
      actor,
      action: 'demo.kept',
      subject: 'app_user',
      reason: 'synthetic identities of the demonstration',
      detail: { added: added.length },
    });
    return added.length;
  });
}

/** The synthetic persons that can be signed in as, in the order of their logins. */
export async function offeredIdentities(
  queries: Kysely<Schema>,
): Promise<readonly OfferedIdentity[]> {
  const rows = await queries
    .selectFrom('app_user')
    .innerJoin('membership', 'membership.app_user', 'app_user.id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation')
    .select(['login', 'app_user.name', 'app_user.name_en', 'organisation', 'role'])
    .select([
      'organisation.name as organisation_name',
      'organisation.name_en as organisation_name_en',
    ])
    .where('app_user.demo', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('login')
    .execute();
  return rows.map((row) => ({
    login: row.login,
    name: row.name,
    nameEn: row.name_en,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    organisationNameEn: row.organisation_name_en,
    role: row.role,
  }));
}

/** Whether the database holds anything of the demonstration: a database in earnest must not. */
export async function holdsDemoData(queries: Kysely<Schema>): Promise<boolean> {
  const user = await queries
    .selectFrom('app_user')
    .select('id')
    .where('demo', '=', true)
    .executeTakeFirst();
  const organisation = await queries
    .selectFrom('organisation')
    .select('id')
    .where('demo', '=', true)
    .executeTakeFirst();
  return user !== undefined || organisation !== undefined;
}
