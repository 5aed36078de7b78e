import type { Migration } from './migration.ts';

const role = `(select coalesce(current_setting('luodi.role', true), ''))`;
const user = `(select coalesce(current_setting('luodi.user', true), ''))`;
const organisation = `(select coalesce(current_setting('luodi.organisation', true), ''))`;

const handlesMoney = `${role} in ('system', 'auditor', 'officer', 'finance')`;
const administers = `${role} in ('system', 'administrator')`;

/** What of an account may be read; the hash of its password is not among it. */
const readable =
  'id, login, name, name_en, oidc_issuer, oidc_subject, locked_until, disabled_at, one_time_password, demo, created_at';

/** What tells of enterprises and their money. */
const records = [
  'delivery_case',
  'case_task',
  'objection',
  'decision',
  'payment',
  'payment_batch',
  'bank_receipt',
  'recovery',
  'fact_record',
  'fact_dispute',
  'dishonesty',
  'voucher',
  'redemption',
  'allotment',
  'entry_subject',
];

/**
 * The second wall around accounts, the journal and notifications. An administrator can set a password but not read its hash;
 * the journal is read whole by those who audit and administer, and by others where it tells of a case that they see.
 */
export const identityAccess: Migration = {
  name: '0008-identity-access',
  statements: [
    // Set by an administrator, to be changed by its owner before anything else.
    `alter table app_user add column one_time_password boolean not null default false`,
    `alter table app_user enable row level security`,
    `create policy app_user_read on app_user for select to luodi_app
      using (${administers} or ${role} = 'auditor' or id = ${user})`,
    `create policy app_user_add on app_user for insert to luodi_app with check (${administers})`,
    `create policy app_user_change on app_user for update to luodi_app
      using (${administers}) with check (${administers})`,
    `grant select (${readable}), insert,
      update (name, name_en, password_hash, one_time_password, failed_logins, locked_until, disabled_at)
      on app_user to luodi_app`,
    // Who did something is known to everybody who sees that it was done; how they sign in is not.
    `create view user_name as select id, name, name_en from app_user`,
    `grant select on user_name to luodi_app`,
    `alter table membership enable row level security`,
    `create policy membership_read on membership for select to luodi_app
      using (${administers} or ${role} = 'auditor' or app_user = ${user})`,
    `create policy membership_add on membership for insert to luodi_app with check (${administers})`,
    `create policy membership_remove on membership for delete to luodi_app using (${administers})`,
    `grant select, insert, delete on membership to luodi_app`,
    `alter table session enable row level security`,
    `create policy session_read on session for select to luodi_app using (${administers})`,
    `create policy session_end on session for delete to luodi_app using (${administers})`,
    `grant select (app_user), delete on session to luodi_app`,
    `create index session_app_user_idx on session (app_user)`,
    // Whoever changes something continues the chain and need not read it.
    `create function journal_end(out last_sequence bigint, out last_hash text)
      language sql stable security definer set search_path from current
      as $$ select sequence, hash from journal order by sequence desc limit 1 $$`,
    `grant execute on function journal_end() to luodi_app`,
    `alter table journal enable row level security`,
    `create policy journal_read on journal for select to luodi_app
      using (${role} in ('system', 'auditor', 'administrator') or actor = ${user}
        or exists (select 1 from delivery_case c where c.id = subject))`,
    `create policy journal_append on journal for insert to luodi_app with check (true)`,
    `create index journal_action_idx on journal (action, sequence)`,
    `create index journal_at_idx on journal (at)`,
    `create index notification_undelivered_idx on notification (id) where delivered_at is null`,
    // What goes to the bank and comes back names every payee.
    ...['payment_batch', 'bank_receipt'].flatMap((table) => [
      `alter table ${table} enable row level security`,
      `create policy ${table}_rows on ${table} to luodi_app using (${handlesMoney}) with check (${handlesMoney})`,
    ]),
    `alter table redemption enable row level security`,
    `create policy redemption_rows on redemption to luodi_app
      using (exists (select 1 from voucher v where v.id = redemption.voucher))
      with check (exists (select 1 from voucher v where v.id = redemption.voucher))`,
    // Who audits reads everything and writes nothing of it.
    ...records.flatMap((table) => [
      `create policy ${table}_audited_add on ${table} as restrictive for insert to luodi_app
        with check (${role} <> 'auditor')`,
      `create policy ${table}_audited_change on ${table} as restrictive for update to luodi_app
        using (${role} <> 'auditor')`,
    ]),
    // Whoever decides tells others: they may write what they may not read.
    `drop policy notification_rows on notification`,
    `create policy notification_read on notification for select to luodi_app
      using (${role} = 'system' or organisation = ${organisation})`,
    `create policy notification_mark on notification for update to luodi_app
      using (${role} = 'system' or organisation = ${organisation})
      with check (${role} = 'system' or organisation = ${organisation})`,
    `create policy notification_tell on notification for insert to luodi_app with check (true)`,
  ],
};
