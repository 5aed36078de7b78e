import type { Migration } from './migration.ts';

export const identity: Migration = {
  name: '0003-identity',
  statements: [
    // `district` is the name of the district that it belongs to; null where it acts for the whole city.
    `create table organisation (
      id text primary key,
      kind text not null check (kind in
        ('province', 'city', 'district', 'department', 'park', 'enterprise', 'provider')),
      name text not null,
      name_en text not null,
      credit_code text unique,
      district text,
      parent text references organisation,
      valid_from date,
      valid_until date,
      demo boolean not null default false,
      check (valid_from is null or valid_until is null or valid_from <= valid_until)
    )`,
    `create index organisation_name_idx on organisation (name)`,
    // What a body was called before, and which body took its place (a division has several rows).
    `create table organisation_change (
      organisation text not null references organisation,
      kind text not null check (kind in ('renamed', 'succeeded')),
      earlier_name text,
      successor text references organisation,
      since date,
      source text not null,
      check ((kind = 'renamed') = (earlier_name is not null)),
      check ((kind = 'succeeded') = (successor is not null))
    )`,
    `create table app_user (
      id text primary key,
      login text not null unique,
      name text not null,
      name_en text not null,
      password_hash text,
      oidc_issuer text,
      oidc_subject text,
      failed_logins integer not null default 0,
      locked_until timestamptz,
      disabled_at timestamptz,
      demo boolean not null default false,
      created_at timestamptz not null,
      unique (oidc_issuer, oidc_subject)
    )`,
    `create table membership (
      app_user text not null references app_user,
      organisation text not null references organisation,
      role text not null check (role in
        ('enterprise', 'officer', 'finance', 'expert', 'pilot_office', 'inspector', 'auditor', 'administrator')),
      primary key (app_user, organisation, role)
    )`,
    // The token itself is only with the browser.
    `create table session (
      token_hash text primary key,
      app_user text not null references app_user,
      organisation text not null,
      role text not null,
      csrf_token text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      foreign key (app_user, organisation, role) references membership on delete cascade
    )`,
    // What was asked under a key and what came of it: asked again, the same answer is given and nothing done twice.
    `create table command (
      key text primary key,
      actor text not null,
      name text not null,
      request_hash text not null,
      outcome jsonb not null,
      at timestamptz not null
    )`,
    `create index journal_subject_idx on journal (subject, sequence)`,
    `create index journal_actor_idx on journal (actor, sequence)`,
    // Which hash stood at the end of a day: published, so that an end cut off is found.
    `create table journal_head (
      day date primary key,
      sequence bigint not null,
      hash text not null
    )`,
    `create trigger journal_head_append_only before update or delete on journal_head
      for each row execute function refuse_change()`,
    `create table attachment (
      id text primary key,
      owner text not null references organisation,
      name text not null,
      media_type text not null,
      bytes bytea not null,
      sha256 text not null,
      at timestamptz not null,
      brought_by text not null
    )`,
    `create table notification (
      id bigint generated always as identity primary key,
      organisation text not null references organisation,
      subject text not null,
      kind text not null,
      words jsonb not null,
      at timestamptz not null,
      read_at timestamptz,
      delivered_at timestamptz
    )`,
    `create index notification_organisation_idx on notification (organisation, id desc)`,
  ],
};
