import type { Migration } from './migration.ts';

export const money: Migration = {
  name: '0006-money',
  statements: [
    `create table budget_pool (
      id text primary key,
      name text not null,
      name_en text not null,
      rolling_until integer,
      owner text not null references organisation
    )`,
    // The balance is kept with the account, so that a sum that is not there cannot be spent by two at once.
    `create table ledger_account (
      id bigint generated always as identity primary key,
      pool text not null references budget_pool,
      year integer not null,
      holder text not null references organisation,
      purpose text not null check (purpose in
        ('appropriation', 'available', 'reserved', 'approved', 'ordered', 'spent',
         'treasury', 'payees', 'receivable', 'payable', 'recoverable', 'recovery_due', 'interest')),
      counterparty text not null default '',
      balance_fen bigint not null default 0,
      unique (pool, year, holder, purpose, counterparty),
      check (purpose not in ('available', 'reserved', 'approved', 'ordered', 'spent', 'receivable', 'recoverable')
        or balance_fen >= 0)
    )`,
    `create table ledger_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      kind text not null,
      subject text not null,
      words text not null,
      actor text not null
    )`,
    `create index ledger_entry_subject_idx on ledger_entry (subject)`,
    `create table posting (
      entry bigint not null references ledger_entry,
      account bigint not null references ledger_account,
      fen bigint not null check (fen <> 0),
      primary key (entry, account)
    )`,
    `create index posting_account_idx on posting (account)`,
    `create function refuse_imbalance() returns trigger language plpgsql as $$
      begin
        if (select sum(fen) from posting where entry = new.entry) <> 0 then
          raise exception 'entry % does not balance', new.entry;
        end if;
        return null;
      end
    $$`,
    `create constraint trigger posting_balances after insert on posting
      deferrable initially deferred for each row execute function refuse_imbalance()`,
    `create trigger posting_append_only before update or delete on posting
      for each row execute function refuse_change()`,
    `create trigger ledger_entry_append_only before update or delete on ledger_entry
      for each row execute function refuse_change()`,
    // What a case (or a pool of vouchers) holds of the sums in the accounts above, each holder's part by itself.
    `create table allotment (
      subject text not null,
      pool text not null references budget_pool,
      year integer not null,
      holder text not null references organisation,
      reserved_fen bigint not null default 0 check (reserved_fen >= 0),
      approved_fen bigint not null default 0 check (approved_fen >= 0),
      ordered_fen bigint not null default 0 check (ordered_fen >= 0),
      spent_fen bigint not null default 0 check (spent_fen >= 0),
      primary key (subject, pool, year, holder)
    )`,
    // An entry of a run moves the money of many subjects: how much of each.
    `create table entry_subject (
      subject text not null,
      entry bigint not null references ledger_entry,
      fen bigint not null,
      primary key (subject, entry)
    )`,
    `create trigger entry_subject_append_only before update or delete on entry_subject
      for each row execute function refuse_change()`,
    `create table payment_batch (
      id text primary key,
      payer text not null references organisation,
      account jsonb not null,
      payments integer not null,
      total_fen bigint not null,
      file_sha256 text,
      state text not null check (state in ('prepared', 'sent', 'settled', 'dissolved')),
      created_at timestamptz not null,
      created_by text not null,
      sent_at timestamptz
    )`,
    // One payment a case and purpose; a returned one is ordered again under a new attempt, never twice at once.
    `create table payment (
      id text primary key,
      subject text not null,
      delivery_case text references delivery_case,
      enterprise text not null references organisation,
      district text not null,
      pool text not null references budget_pool,
      year integer not null,
      payer text not null references organisation,
      attempt integer not null,
      fen bigint not null check (fen > 0),
      shares jsonb not null,
      account jsonb not null,
      state text not null check (state in ('ordered', 'batched', 'sent', 'paid', 'returned', 'cancelled')),
      batch text references payment_batch,
      end_to_end_id text not null unique,
      reason text,
      ordered_at timestamptz not null,
      settled_at timestamptz
    )`,
    `create unique index payment_live_idx on payment (delivery_case) where state in ('ordered', 'batched', 'sent', 'paid')`,
    `create index payment_subject_idx on payment (subject)`,
    `create index payment_state_idx on payment (state, payer)`,
    `create index payment_batch_idx on payment (batch)`,
    `create table bank_receipt (
      id text primary key,
      payer text not null references organisation,
      reference text not null,
      end_to_end_id text,
      fen bigint not null,
      outcome text not null check (outcome in ('paid', 'returned')),
      reason text,
      value_date date not null,
      payment text references payment,
      unmatched text check (unmatched in ('unknown_payment', 'wrong_sum', 'not_sent', 'already_settled')),
      at timestamptz not null,
      unique (payer, reference),
      check ((payment is null) = (unmatched is not null))
    )`,
    `create index bank_receipt_unmatched_idx on bank_receipt (end_to_end_id) where payment is null`,
    `create table recovery (
      id text primary key,
      delivery_case text not null references delivery_case,
      enterprise text not null references organisation,
      district text not null,
      fen bigint not null check (fen > 0),
      interest_fen bigint not null check (interest_fen >= 0),
      received_fen bigint not null default 0,
      reason text not null,
      clause text not null,
      state text not null check (state in ('ordered', 'part_paid', 'settled', 'written_off')),
      due_on date,
      at timestamptz not null,
      closed_at timestamptz
    )`,
    `create table dishonesty (
      id text primary key,
      enterprise text not null references organisation,
      since date not null,
      until date,
      reason text not null,
      clause text not null,
      delivery_case text references delivery_case,
      at timestamptz not null,
      lifted_at timestamptz
    )`,
    `create index dishonesty_enterprise_idx on dishonesty (enterprise) where lifted_at is null`,
    `create table voucher_pool (
      id text primary key,
      name text not null,
      name_en text not null,
      measure text not null,
      pool text not null references budget_pool,
      year integer not null,
      payer text not null references organisation,
      shares jsonb not null,
      limit_fen bigint not null check (limit_fen > 0),
      expires_on date not null,
      state text not null check (state in ('open', 'closed'))
    )`,
    `create table voucher_provider (
      pool text not null references voucher_pool,
      provider text not null references organisation,
      primary key (pool, provider)
    )`,
    `create table voucher (
      id text primary key,
      pool text not null references voucher_pool,
      enterprise text not null references organisation,
      face_fen bigint not null check (face_fen > 0),
      remaining_fen bigint not null check (remaining_fen between 0 and face_fen),
      issued_at timestamptz not null,
      expires_on date not null,
      expired_at timestamptz
    )`,
    `create table redemption (
      id text primary key,
      voucher text not null references voucher,
      provider text not null references organisation,
      fen bigint not null check (fen > 0),
      invoice text not null,
      at timestamptz not null,
      settled_payment text,
      unique (provider, invoice)
    )`,
  ],
};
