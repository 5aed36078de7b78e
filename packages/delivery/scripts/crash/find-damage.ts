import { sql } from 'kysely';
import { readAs, verifyJournal } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { system } from '../../test/support/money-seed.ts';

/** A command that was answered, and what the answer was, as text. */
export interface Acknowledged {
  readonly key: string;
  readonly outcome: string;
}

async function lost(
  database: Database,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const kept = await readAs(database.queries, system, (ledger) =>
    ledger.selectFrom('command').select(['key', 'outcome']).execute(),
  );
  const outcomes = new Map(kept.map(({ key, outcome }) => [key, canonical(outcome)]));
  return acknowledged
    .filter(({ key, outcome }) => outcomes.get(key) !== outcome)
    .map(({ key }) => `answered, but not there: ${key}`);
}

/** The same data make the same text. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const paidTwice = sql<{ readonly subject: string }>`
  select subject from payment where state in ('ordered', 'batched', 'sent', 'paid')
  group by subject having count(*) > 1
  union
  select p.subject from payment p join bank_receipt r on r.payment = p.id
  group by p.subject
  having sum(case r.outcome when 'paid' then r.fen else 0 end)
    - sum(case when r.outcome = 'returned' and exists (
        select 1 from bank_receipt e where e.payment = p.id and e.outcome = 'paid') then r.fen else 0 end)
    > max(p.fen)`;

const unjournalled = sql<{ readonly key: string }>`
  select key from command where (select count(*) from command) <> (select count(*) from journal) limit 1`;

/** Everything that is wrong with the data after a crash; nothing when all is well. */
export async function findDamage(
  database: Database,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const journal = await verifyJournal(database.queries);
  const { balance, twice, silent } = await readAs(database.queries, system, async (ledger) => ({
    balance: await trialBalance(ledger),
    twice: (await paidTwice.execute(ledger)).rows,
    silent: (await unjournalled.execute(ledger)).rows,
  }));
  return [
    ...(await lost(database, acknowledged)),
    ...(journal.kind === 'whole'
      ? []
      : [`journal broken at ${journal.sequence}: ${journal.because}`]),
    ...(balance.whole ? [] : ['the trial balance is not zero']),
    ...twice.map(({ subject }) => `paid twice: ${subject}`),
    ...silent.map(() => 'commands and entries of the journal are not equally many'),
  ];
}
