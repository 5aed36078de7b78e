import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** Every change of the tables, in order. What has been released is never edited: a change is a new entry. */
const migrations: readonly Migration[] = [
  {
    name: '0001-journal-and-content-versions',
    statements: [
      `create table journal (
        sequence bigint primary key,
        at timestamptz not null,
        actor text not null,
        action text not null,
        subject text not null,
        reason text not null,
        detail jsonb not null,
        prev_hash text not null unique,
        hash text not null unique
      )`,
      `create function refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception '% is append-only', tg_table_name;
        end
      $$`,
      `create trigger journal_append_only before update or delete on journal
        for each row execute function refuse_change()`,
      `create trigger journal_no_truncate before truncate on journal
        for each statement execute function refuse_change()`,
      `create table content_version (
        version text primary key,
        loaded_at timestamptz not null,
        city text not null,
        files jsonb not null
      )`,
      `create trigger content_version_append_only before update or delete on content_version
        for each row execute function refuse_change()`,
      `create trigger content_version_no_truncate before truncate on content_version
        for each statement execute function refuse_change()`,
    ],
  },
  {
    name: '0002-search',
    statements: [
      // Grams are the characters and pairs of characters of the words: built-in tokenizers lose short Chinese words. Their
      // indexes are made when the table is filled, all rows at once. Long values are kept out of the rows: a search
      // for a common word looks at thousands of rows and shows twenty.
      `create table search_passage (
        version text not null,
        place integer not null,
        document text not null,
        status text not null,
        clause text not null,
        line_from integer not null,
        line_to integer not null,
        names text[] not null,
        shown text not null,
        words text not null,
        grams tsvector not null,
        name_grams tsvector not null,
        kinds text[] not null,
        departments text[] not null,
        matters text[] not null,
        valid_from date not null,
        valid_until date,
        upper_fen bigint,
        primary key (version, place)
      ) with (toast_tuple_target = 128)`,
    ],
  },
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
