import type { Kysely } from 'kysely';
import { readAs } from '../command/run-command.ts';
import type { Actor } from '../command/actor.ts';
import type { Schema } from '../database/schema.ts';
import type { OrganisationKind } from '../database/schema/identity.ts';

/** A body with what it was called before and what took its place. Days are YYYY-MM-DD. */
export interface ListedOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string;
  readonly district: string | null;
  readonly parent: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly demo: boolean;
  readonly formerNames: readonly string[];
  readonly successors: readonly { readonly id: string; readonly since: string | null }[];
  /** How many accounts act for it. */
  readonly accounts: number;
}

/** All public bodies; enterprises, of which there are many, are searched elsewhere. */
export function listOrganisations(
  database: Kysely<Schema>,
  actor: Actor,
): Promise<readonly ListedOrganisation[]> {
  return readAs(database, actor, async (transaction) => {
    const rows = await transaction
      .selectFrom('organisation')
      .select(['id', 'kind', 'name', 'name_en as nameEn', 'district', 'parent', 'demo'])
      .select(['valid_from as validFrom', 'valid_until as validUntil'])
      .where('kind', 'not in', ['enterprise', 'provider'])
      .orderBy('id')
      .execute();
    const changes = await transaction.selectFrom('organisation_change').selectAll().execute();
    const accounts = await transaction
      .selectFrom('membership')
      .select(['organisation', (row) => row.fn.count<bigint>('app_user').distinct().as('count')])
      .groupBy('organisation')
      .execute();
    const counts = new Map(accounts.map(({ organisation, count }) => [organisation, count]));
    return rows.map((row) => {
      const own = changes.filter(({ organisation }) => organisation === row.id);
      return {
        ...row,
        formerNames: own.flatMap((change) => change.earlier_name ?? []),
        successors: own.flatMap(({ successor, since }) =>
          successor === null ? [] : [{ id: successor, since }],
        ),
        accounts: Number(counts.get(row.id) ?? 0n),
      };
    });
  });
}
