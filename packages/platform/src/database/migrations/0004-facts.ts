import type { Migration } from './migration.ts';

export const facts: Migration = {
  name: '0004-facts',
  statements: [
    `create table fact_import (
      id text primary key,
      source text not null,
      file_name text not null,
      mapping jsonb not null,
      counts jsonb not null,
      -- Rows that were not taken, with their faults: handed back to be mended.
      faulty jsonb not null,
      at timestamptz not null,
      brought_by text not null,
      -- For which body; empty for the machine's own.
      organisation text not null,
      undone_at timestamptz,
      undone_by text
    )`,
    // Which column means which fact, remembered by the headings of the sheet.
    `create table fact_mapping (
      headings_hash text not null,
      source text not null,
      mapping jsonb not null,
      at timestamptz not null,
      primary key (headings_hash, source)
    )`,
    // One value, as a facts file writes it: by fact id (or the id of an entity, for its items), for a year where the
    // fact is annual. Nothing is overwritten: what is no longer held to be so is withdrawn.
    `create table fact_record (
      id bigint generated always as identity primary key,
      enterprise text not null references organisation,
      fact text not null,
      year integer,
      value jsonb not null,
      source text not null,
      as_of date not null,
      recorded_at timestamptz not null,
      brought_by text not null,
      -- The body in whose office: it answers for the value.
      brought_for text,
      fact_import text references fact_import,
      withdrawn_at timestamptz,
      withdrawn_by text
    )`,
    // Of what was withdrawn too: what was held at an earlier instant is asked for as well.
    `create index fact_record_held_idx on fact_record (enterprise, fact)`,
    `create index fact_record_import_idx on fact_record (fact_import)`,
    `create table fact_dispute (
      id text primary key,
      fact_record bigint not null references fact_record,
      enterprise text not null references organisation,
      claimed jsonb,
      words text not null,
      at timestamptz not null,
      brought_by text not null,
      settled_at timestamptz,
      settled_by text,
      upheld boolean,
      answer text,
      check ((settled_at is null) = (upheld is null))
    )`,
    `create index fact_dispute_record_idx on fact_dispute (fact_record)`,
  ],
};
