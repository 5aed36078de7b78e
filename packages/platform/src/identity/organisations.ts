import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { OrganisationKind } from '../database/schema/identity.ts';
import { appendEntry } from '../journal/journal.ts';

/** A body as the content of a city describes it. Days are YYYY-MM-DD. */
export interface OrganisationRecord {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string;
  /** The district that it belongs to; left out where it acts for the whole city. */
  readonly district?: string;
  /** Id of the body that it is part of. */
  readonly parent?: string;
  readonly creditCode?: string;
  readonly validUntil?: string;
  readonly validFrom?: string;
  readonly demo?: boolean;
  readonly formerNames?: readonly string[];
  /** Bodies that took its place, wholly or in part. */
  readonly successors?: readonly { readonly id: string; readonly since: string }[];
  /** Where its changes are stated. */
  readonly source?: string;
}

export interface SeedOccasion {
  readonly at: Date;
  readonly actor: string;
}

interface Change {
  readonly organisation: string;
  readonly kind: 'renamed' | 'succeeded';
  readonly earlier_name: string | null;
  readonly successor: string | null;
  readonly since: string | null;
  readonly source: string;
}

function renaming(organisation: string, earlier: string, source: string): Change {
  return {
    organisation,
    kind: 'renamed',
    earlier_name: earlier,
    successor: null,
    since: null,
    source,
  };
}

function changesOf(record: OrganisationRecord): readonly Change[] {
  const { id, formerNames = [], successors = [], source = '' } = record;
  return [
    ...formerNames.map((name) => renaming(id, name, source)),
    ...successors.map(
      (successor): Change => ({
        organisation: id,
        kind: 'succeeded',
        earlier_name: null,
        successor: successor.id,
        since: successor.since,
        source,
      }),
    ),
  ];
}

function keyOf(change: Change): string {
  return JSON.stringify([change.organisation, change.earlier_name, change.successor]);
}

function rowOf(record: OrganisationRecord) {
  return {
    id: record.id,
    kind: record.kind,
    name: record.name,
    name_en: record.nameEn,
    credit_code: record.creditCode ?? null,
    district: record.district ?? null,
    parent: record.parent ?? null,
    valid_from: record.validFrom ?? null,
    valid_until: record.validUntil ?? null,
    demo: record.demo ?? false,
  };
}

/** A name that the database holds and the content no longer has is an earlier name. */
async function newNames(
  transaction: Transaction<Schema>,
  records: readonly OrganisationRecord[],
): Promise<readonly Change[]> {
  const held = await transaction.selectFrom('organisation').select(['id', 'name']).execute();
  const names = new Map(held.map(({ id, name }) => [id, name]));
  return records.flatMap(({ id, name, source = '' }) => {
    const earlier = names.get(id);
    return earlier === undefined || earlier === name ? [] : [renaming(id, earlier, source)];
  });
}

/** Rows that one statement takes: a statement may have 65,535 parameters. */
const rowsAtOnce = 1000;

async function writeRows(
  transaction: Transaction<Schema>,
  records: readonly OrganisationRecord[],
): Promise<number> {
  let written = 0;
  for (let from = 0; from < records.length; from += rowsAtOnce) {
    const rows = await transaction
      .insertInto('organisation')
      .values(records.slice(from, from + rowsAtOnce).map(rowOf))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((row) => ({
            name: row.ref('excluded.name'),
            name_en: row.ref('excluded.name_en'),
            district: row.ref('excluded.district'),
            parent: row.ref('excluded.parent'),
            valid_from: row.ref('excluded.valid_from'),
            valid_until: row.ref('excluded.valid_until'),
          }))
          .where(
            sql<boolean>`(organisation.name, organisation.name_en, organisation.district, organisation.parent,
              organisation.valid_from, organisation.valid_until) is distinct from
              (excluded.name, excluded.name_en, excluded.district, excluded.parent,
              excluded.valid_from, excluded.valid_until)`,
          ),
      )
      .returning('id')
      .execute();
    written += rows.length;
  }
  return written;
}

async function writeChanges(
  transaction: Transaction<Schema>,
  changes: readonly Change[],
): Promise<number> {
  const held = await transaction.selectFrom('organisation_change').selectAll().execute();
  const known = new Set(held.map(keyOf));
  const added = changes.filter((change) => !known.has(keyOf(change)));
  if (added.length > 0) await transaction.insertInto('organisation_change').values(added).execute();
  return added.length;
}

/**
 * Brings the bodies in line with the content: new ones are added, changed names and places written, what is not in the
 * content stays. Done again with the same content it changes nothing and leaves no entry in the journal. Parents stand
 * before their parts. Answers how many rows were written.
 */
export async function keepOrganisations(
  queries: Kysely<Schema>,
  records: readonly OrganisationRecord[],
  { at, actor }: SeedOccasion,
): Promise<number> {
  return queries.transaction().execute(async (transaction) => {
    // Two servers that start at once would each add the same changes.
    await sql`lock table organisation_change in share row exclusive mode`.execute(transaction);
    const renamed = await newNames(transaction, records);
    const organisations = await writeRows(transaction, records);
    const changes = await writeChanges(transaction, [...renamed, ...records.flatMap(changesOf)]);
    if (organisations + changes > 0)
      await appendEntry(transaction, {
        at,
        actor,
        action: 'organisations.kept',
        subject: 'organisation',
        reason: 'as the content describes them',
        detail: { organisations, changes },
      });
    return organisations + changes;
  });
}
