import type { Kysely } from 'kysely';
import { readAs } from '../command/run-command.ts';
import type { Actor } from '../command/actor.ts';
import type { Schema } from '../database/schema.ts';
import type { Role } from '../database/schema/identity.ts';

interface UserOffice {
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: Role;
}

/** An account as administrators see it. */
export interface UserRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly nameEn: string;
  readonly disabled: boolean;
  readonly lockedUntil: Date | undefined;
  readonly demo: boolean;
  readonly external: boolean;
  /** Where they are told of news; `undefined`: nowhere, or they do not want it. */
  readonly email: string | undefined;
  readonly offices: readonly UserOffice[];
}

/** All accounts by login, as far as the actor may see them. */
export function listUsers(database: Kysely<Schema>, actor: Actor): Promise<readonly UserRecord[]> {
  return readAs(database, actor, async (transaction) => {
    const users = await transaction
      .selectFrom('app_user')
      .select(['id', 'login', 'name', 'name_en', 'disabled_at', 'locked_until', 'demo'])
      .select(['oidc_subject', 'email', 'mail_wanted'])
      .orderBy('login')
      .execute();
    const memberships = await transaction
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation')
      .select(['app_user', 'organisation', 'organisation.name', 'role'])
      .orderBy('organisation.name')
      .execute();
    const byUser = new Map<string, UserOffice[]>();
    for (const { app_user, organisation, name, role } of memberships)
      byUser.set(app_user, [
        ...(byUser.get(app_user) ?? []),
        { organisation, organisationName: name, role },
      ]);
    return users.map((user) => ({
      id: user.id,
      login: user.login,
      name: user.name,
      nameEn: user.name_en,
      disabled: user.disabled_at !== null,
      lockedUntil: user.locked_until ?? undefined,
      demo: user.demo,
      external: user.oidc_subject !== null,
      email: user.mail_wanted ? (user.email ?? undefined) : undefined,
      offices: byUser.get(user.id) ?? [],
    }));
  });
}
