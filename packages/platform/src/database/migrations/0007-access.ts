import type { Migration } from './migration.ts';

/** Read once a statement, not once a row. */
const setting = (name: string) => `(select coalesce(current_setting('luodi.${name}', true), ''))`;
const role = setting('role');
const organisation = setting('organisation');
const district = setting('district');

const everything = `${role} in ('system', 'auditor')`;

/** Who may see what is an enterprise's: itself, the officers of its district and those of the whole city. */
function seenBy(enterprise: string, districtOfIt: string): string {
  return `${everything}
    or (${role} = 'enterprise' and ${enterprise} = ${organisation})
    or (${role} in ('officer', 'finance', 'expert') and (${district} = '' or ${districtOfIt} = ${district}))`;
}

const districtOfEnterprise = '(select o.district from organisation o where o.id = enterprise)';
const ofVisibleCase = 'exists (select 1 from delivery_case c where c.id = delivery_case)';

const ofVisibleSubject = `${everything}
    or exists (select 1 from delivery_case c where c.id = subject)
    or exists (select 1 from voucher_pool v where v.id = subject)`;

const visibleRows = {
  delivery_case: seenBy('enterprise', 'district'),
  payment: seenBy('enterprise', 'district'),
  recovery: seenBy('enterprise', 'district'),
  fact_record: seenBy('enterprise', districtOfEnterprise),
  fact_dispute: seenBy('enterprise', districtOfEnterprise),
  // Handed back rows are of enterprises of all districts: a district sees what it brought itself.
  fact_import: `${everything}
    or (${role} = 'officer' and (${district} = '' or fact_import.organisation = ${organisation}))`,
  dishonesty: seenBy('enterprise', districtOfEnterprise),
  voucher: `${seenBy('enterprise', districtOfEnterprise)}
    or exists (select 1 from voucher_provider p where p.pool = voucher.pool and p.provider = ${organisation})`,
  allotment: ofVisibleSubject,
  entry_subject: ofVisibleSubject,
  case_task: ofVisibleCase,
  objection: ofVisibleCase,
  decision: ofVisibleCase,
  attachment: `${everything} or owner = ${organisation} or ${ofVisibleCase}`,
  notification: `${role} = 'system' or organisation = ${organisation}`,
  command: `${role} = 'system' or actor = ${setting('user')}`,
} as const;

/** What everybody who is signed in may read; who may write is for the commands to say. */
const shared = [
  'organisation',
  'organisation_change',
  'programme',
  'budget_pool',
  'ledger_account',
  'ledger_entry',
  'posting',
  'payment_batch',
  'bank_receipt',
  'voucher_pool',
  'voucher_provider',
  'redemption',
  'fact_mapping',
  'content_version',
  'journal',
  'journal_head',
] as const;

const appendOnly = [
  'journal',
  'journal_head',
  'decision',
  'posting',
  'ledger_entry',
  'entry_subject',
];

function grant(table: string): string {
  const changes = appendOnly.includes(table) ? '' : ', update';
  return `grant select, insert${changes} on ${table} to luodi_app`;
}

/**
 * The second wall: requests run as `luodi_app`, for whom the rows that their role and organisation may not see do not exist.
 * Passwords and sessions are out of its reach altogether.
 */
export const access: Migration = {
  name: '0007-access',
  statements: [
    `alter table attachment add column delivery_case text references delivery_case`,
    // Roles belong to all databases of a server: another one may have made it.
    `do $$
      begin
        if not exists (select from pg_roles where rolname = 'luodi_app') then
          create role luodi_app nologin;
        end if;
        execute format('grant luodi_app to %I', current_user);
        execute format('grant usage on schema %I to luodi_app', current_schema());
      end
    $$`,
    ...Object.entries(visibleRows).flatMap(([table, rows]) => [
      `alter table ${table} enable row level security`,
      `create policy ${table}_rows on ${table} to luodi_app using (${rows}) with check (${rows})`,
      grant(table),
    ]),
    ...shared.map(grant),
  ],
};
