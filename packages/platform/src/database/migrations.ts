import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { journalAndContentVersions } from './migrations/0001-journal-and-content-versions.ts';
import { search } from './migrations/0002-search.ts';
import { identity } from './migrations/0003-identity.ts';
import { facts } from './migrations/0004-facts.ts';
import { delivery } from './migrations/0005-delivery.ts';
import { money } from './migrations/0006-money.ts';
import { access } from './migrations/0007-access.ts';
import { identityAccess } from './migrations/0008-identity-access.ts';
import { voucherTerms } from './migrations/0009-voucher-terms.ts';
import { corrections } from './migrations/0010-corrections.ts';
import { mail } from './migrations/0011-mail.ts';
import { refusalsAndObjections } from './migrations/0012-refusals-and-objections.ts';
import { lettersAndFinanceOffices } from './migrations/0014-letters-and-finance-offices.ts';
import type { Migration } from './migrations/migration.ts';
import type { Schema } from './schema.ts';

/** Every change of the tables, in order. What has been released is never edited: a change is a new entry. */
const migrations: readonly Migration[] = [
  journalAndContentVersions,
  search,
  identity,
  facts,
  delivery,
  money,
  access,
  identityAccess,
  voucherTerms,
  corrections,
  mail,
  refusalsAndObjections,
  lettersAndFinanceOffices,
];

/** Any number that no other program uses for an advisory lock in this database. */
const migrationLock = 7_030_401;

/** Brings the tables up to date: all missing changes in one transaction, one server at a time. */
export async function migrate(database: Kysely<Schema>, now: Date): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
    await sql`create table if not exists migration (
      name text primary key,
      applied_at timestamptz not null
    )`.execute(transaction);
    const applied = await transaction.selectFrom('migration').select('name').execute();
    const names = new Set(applied.map(({ name }) => name));
    for (const { name, statements } of migrations) {
      if (names.has(name)) continue;
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await transaction.insertInto('migration').values({ name, applied_at: now }).execute();
    }
  });
}
