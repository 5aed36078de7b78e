import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Role } from '../database/schema/identity.ts';

/** Who asks: a person in the office that they hold now, or the machine itself. */
export interface Actor {
  /** Id of the user, or the name of the machine's job. */
  readonly user: string;
  readonly organisation: string;
  /** `system`: a job of the server; never a person. */
  readonly role: Role | 'system';
  /** Where the office is limited to one district: its name. `undefined`: the whole city. */
  readonly district: string | undefined;
}

/** The machine at work by itself, under the name of the job. */
export function systemActor(job: string): Actor {
  return { user: `system:${job}`, organisation: '', role: 'system', district: undefined };
}

/**
 * Puts the second wall up for the rest of the transaction: from here on the database shows and takes only the rows that the
 * actor may see.
 */
export async function actAs(
  transaction: Transaction<Schema>,
  { user, organisation, role, district = '' }: Actor,
): Promise<void> {
  await sql`select set_config('luodi.user', ${user}, true),
    set_config('luodi.organisation', ${organisation}, true),
    set_config('luodi.role', ${role}, true),
    set_config('luodi.district', ${district}, true),
    set_config('role', 'luodi_app', true)`.execute(transaction);
}
