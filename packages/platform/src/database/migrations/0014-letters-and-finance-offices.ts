import type { Migration } from './migration.ts';

const role = `(select coalesce(current_setting('luodi.role', true), ''))`;
const ofVisibleCase = 'exists (select 1 from delivery_case c where c.id = delivery_case)';

/** Letters get a number when they are first written; whoever books a returned payment can tell those who handle the money. */
export const lettersAndFinanceOffices: Migration = {
  name: '0014-letters-and-finance-offices',
  statements: [
    // Which bodies handle money is no secret; who of them signs in stays one.
    `create view finance_office as
      select distinct o.id, o.district from membership m join organisation o on o.id = m.organisation
      where m.role = 'finance'`,
    `grant select on finance_office to luodi_app`,
    // The last number that a body gave in a year: its row is locked while the next is taken.
    `create table letter_series (
      organisation text not null references organisation,
      year integer not null,
      last integer not null check (last > 0),
      primary key (organisation, year)
    )`,
    // Only the job that numbers letters counts them.
    `alter table letter_series enable row level security`,
    `create policy letter_series_rows on letter_series to luodi_app
      using (${role} = 'system') with check (${role} = 'system')`,
    `grant select, insert, update on letter_series to luodi_app`,
    // 文号: given once and kept, whoever asks for a copy later.
    `create table letter (
      organisation text not null references organisation,
      year integer not null,
      number integer not null,
      delivery_case text not null references delivery_case,
      kind text not null,
      -- What it is about within the case: a decision, a recovery, a round of a step.
      about text not null,
      at timestamptz not null,
      primary key (organisation, year, number),
      unique (delivery_case, kind, about)
    )`,
    `create trigger letter_append_only before update or delete on letter
      for each row execute function refuse_change()`,
    `alter table letter enable row level security`,
    `create policy letter_rows on letter to luodi_app using (${ofVisibleCase}) with check (${ofVisibleCase})`,
    `grant select, insert on letter to luodi_app`,
  ],
};
