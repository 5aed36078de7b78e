import type { Migration } from './migration.ts';

const role = `(select coalesce(current_setting('luodi.role', true), ''))`;
const ofVisibleCase = 'exists (select 1 from delivery_case c where c.id = delivery_case)';

/**
 * Past decisions that would come out otherwise by corrected facts or rules, and what follows. A decision is never altered: another one
 * takes its place, once.
 */
export const corrections: Migration = {
  name: '0010-corrections',
  statements: [
    `alter table decision add column corrects text references decision`,
    // What took the place of a decision is itself corrected next, never the decision a second time.
    `create unique index decision_corrects_idx on decision (corrects) where corrects is not null`,
    // An additional payment is a case of its own beside the one that it corrects.
    `alter table delivery_case add column corrects text references delivery_case`,
    `create index delivery_case_corrects_idx on delivery_case (corrects) where corrects is not null`,
    `drop index delivery_case_one_idx`,
    `create unique index delivery_case_one_idx on delivery_case (programme, enterprise)
      where state <> 'withdrawn' and corrects is null`,
    `create table correction (
      id text primary key,
      delivery_case text not null references delivery_case,
      decision text not null references decision,
      -- The hash of what was found: the facts, the rules and the answer that they give now.
      finding text not null,
      basis jsonb not null,
      kind text not null check (kind in ('recovery', 'reduction', 'supplement', 'increase', 'upheld')),
      successor text unique references decision,
      supplement_case text references delivery_case,
      recoveries jsonb not null,
      fen bigint not null check (fen >= 0),
      -- What stands as granted after it.
      granted_fen bigint not null check (granted_fen >= 0),
      reason text not null,
      clause text not null,
      at timestamptz not null,
      decided_by text not null,
      unique (decision, finding),
      check ((kind = 'upheld') = (successor is null))
    )`,
    `create index correction_case_idx on correction (delivery_case)`,
    `create trigger correction_append_only before update or delete on correction
      for each row execute function refuse_change()`,
    `create trigger correction_no_truncate before truncate on correction
      for each statement execute function refuse_change()`,
    `alter table correction enable row level security`,
    `create policy correction_rows on correction to luodi_app
      using (${ofVisibleCase}) with check (${ofVisibleCase})`,
    `create policy correction_audited_add on correction as restrictive for insert to luodi_app
      with check (${role} <> 'auditor')`,
    `grant select, insert on correction to luodi_app`,
  ],
};
