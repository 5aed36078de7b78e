import type { Migration } from './migration.ts';

export const journalAndContentVersions: Migration = {
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
};
