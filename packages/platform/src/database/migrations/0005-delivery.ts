import type { Migration } from './migration.ts';

export const delivery: Migration = {
  name: '0005-delivery',
  statements: [
    // A measure and a round of it. What is published is never edited, only closed.
    `create table programme (
      id text primary key,
      title text not null,
      title_en text not null,
      measure text not null,
      matter text not null,
      content_version text not null references content_version,
      manner text not null check (manner in ('application', 'automatic')),
      law_date date,
      window_from date not null,
      window_until date not null,
      route jsonb not null,
      funding jsonb not null,
      owner text not null references organisation,
      state text not null check (state in ('draft', 'published', 'closed')),
      created_at timestamptz not null,
      published_at timestamptz,
      cases integer not null default 0,
      revision integer not null default 1,
      check (window_from <= window_until)
    )`,
    `create index programme_measure_idx on programme (measure)`,
    `create table delivery_case (
      id text primary key,
      programme text not null references programme,
      enterprise text not null references organisation,
      district text not null,
      state text not null check (state in
        ('draft', 'open', 'returned', 'disputed', 'queued', 'completed', 'rejected', 'waived', 'withdrawn')),
      step integer not null,
      asked_fen bigint,
      approved_fen bigint,
      decision text,
      answers jsonb not null,
      papers jsonb not null,
      account jsonb,
      law_date date,
      due_on date,
      paused_on date,
      closing_reason jsonb,
      opened_at timestamptz not null,
      closed_at timestamptz,
      revision integer not null default 1
    )`,
    // One enterprise has one case in a programme; it may begin again after withdrawing.
    `create unique index delivery_case_one_idx on delivery_case (programme, enterprise) where state <> 'withdrawn'`,
    `create index delivery_case_enterprise_idx on delivery_case (enterprise)`,
    `create index delivery_case_due_idx on delivery_case (due_on) where state in ('open', 'returned')`,
    // What one organisation (or one expert) has to do at a step. A step that is gone through again has a new round.
    `create table case_task (
      id text primary key,
      delivery_case text not null references delivery_case,
      step integer not null,
      round integer not null,
      organisation text not null references organisation,
      assignee text not null default '',
      state text not null check (state in
        ('waiting', 'approved', 'rejected', 'returned', 'scored', 'superseded')),
      score integer check (score between 0 and 100),
      amount_fen bigint,
      reason text,
      failed_condition text,
      due_on date,
      done_by text,
      done_at timestamptz,
      unique (delivery_case, step, round, organisation, assignee)
    )`,
    `create index case_task_waiting_idx on case_task (organisation, due_on) where state = 'waiting'`,
    `create table objection (
      id text primary key,
      delivery_case text not null references delivery_case,
      step integer not null,
      by_name text not null,
      by_organisation text references organisation,
      words text not null,
      at timestamptz not null,
      settled_at timestamptz,
      settled_by text,
      upheld boolean,
      answer text,
      check ((settled_at is null) = (upheld is null))
    )`,
    `create index objection_open_idx on objection (delivery_case) where settled_at is null`,
    // Facts, content version, both dates, trace: enough to reach the same answer again.
    `create table decision (
      id text primary key,
      delivery_case text not null references delivery_case,
      measure text not null,
      content_version text not null references content_version,
      law_date date not null,
      known_at timestamptz not null,
      facts jsonb not null,
      answer jsonb not null,
      amount_fen bigint not null,
      amount_by text not null check (amount_by in ('rule', 'body')),
      hash text not null unique
    )`,
    `create index decision_case_idx on decision (delivery_case)`,
    `create trigger decision_append_only before update or delete on decision
      for each row execute function refuse_change()`,
    `create trigger decision_no_truncate before truncate on decision
      for each statement execute function refuse_change()`,
  ],
};
