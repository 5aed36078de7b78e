import { sql } from 'kysely';
import { layerOf } from '../domain/account.ts';
import type { Account, Layer } from '../domain/account.ts';
import type { Ledger } from '../store/booking.ts';

/** Two sums (分) that should be alike and are not. */
export interface Difference {
  readonly account: Account;
  readonly kept: bigint;
  readonly reckoned: bigint;
}

export interface TrialBalance {
  /** The sum of all postings in each layer: zero in a ledger that is whole. */
  readonly layers: Readonly<Record<Layer, bigint>>;
  /** Accounts whose kept balance is not the sum of their postings. */
  readonly balances: readonly Difference[];
  /** Budget accounts that do not hold what all subjects together hold; only for those who may see every case. */
  readonly allotments: readonly Difference[];
  readonly whole: boolean;
}

interface Line extends Account {
  readonly kept: bigint;
  readonly reckoned: bigint;
}

const byAccount = sql<Line>`
  select a.pool, a.year, a.holder, a.purpose, a.counterparty, a.balance_fen as kept,
    coalesce(sum(p.fen), 0)::bigint as reckoned
  from ledger_account a left join posting p on p.account = a.id
  group by a.id order by a.id`;

const byAllotment = sql<Line>`
  with held as (
    select t.pool, t.year, t.holder, v.purpose, sum(v.fen)::bigint as fen
    from allotment t cross join lateral (values
      ('reserved', t.reserved_fen), ('approved', t.approved_fen),
      ('ordered', t.ordered_fen), ('spent', t.spent_fen)) as v(purpose, fen)
    group by 1, 2, 3, 4)
  select pool, year, holder, purpose, '' as counterparty, coalesce(a.balance_fen, 0) as kept,
    coalesce(h.fen, 0) as reckoned
  from held h full join (
    select * from ledger_account where purpose in ('reserved', 'approved', 'ordered', 'spent')) a
    using (pool, year, holder, purpose)
  where coalesce(a.balance_fen, 0) <> coalesce(h.fen, 0)
    and current_setting('luodi.role', true) in ('system', 'auditor')`;

function differenceOf({
  kept,
  reckoned,
  pool,
  year,
  holder,
  purpose,
  counterparty,
}: Line): Difference {
  return { account: { pool, year, holder, purpose, counterparty }, kept, reckoned };
}

/** Reckons every balance anew from the postings and compares it with what is kept. */
export async function trialBalance(transaction: Ledger): Promise<TrialBalance> {
  const { rows } = await byAccount.execute(transaction);
  const { rows: held } = await byAllotment.execute(transaction);
  const layers = { budget: 0n, cash: 0n };
  for (const { purpose, reckoned } of rows) layers[layerOf(purpose)] += reckoned;
  const balances = rows.filter(({ kept, reckoned }) => kept !== reckoned).map(differenceOf);
  const allotments = held.map(differenceOf);
  const whole =
    layers.budget === 0n && layers.cash === 0n && balances.length + allotments.length === 0;
  return { layers, balances, allotments, whole };
}
