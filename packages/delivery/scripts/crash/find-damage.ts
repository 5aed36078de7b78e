import { sql } from 'kysely';
import { canonicalJson, readAs, verifyJournal } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { caseDamage } from './case-damage.ts';
import { machine } from './world.ts';

/** What was answered: the key as it stands in the database, and the answer as canonical JSON. */
export interface KeptAnswer {
  readonly key: string;
  readonly outcome: string;
}

async function lost(
  database: Database,
  answers: readonly KeptAnswer[],
): Promise<readonly string[]> {
  const kept = await readAs(database.queries, machine, (ledger) =>
    ledger.selectFrom('command').select(['key', 'outcome']).execute(),
  );
  const outcomes = new Map(kept.map(({ key, outcome }) => [key, canonicalJson(outcome)]));
  return answers
    .filter(({ key, outcome }) => outcomes.get(key) !== outcome)
    .map(({ key }) => `answered, but not there: ${key}`);
}

/** Days that passed moved cases, each with its entry in the journal: as many as was answered, at least. */
async function unmoved(database: Database, answered: number): Promise<readonly string[]> {
  const entries = await readAs(database.queries, machine, (ledger) =>
    ledger.selectFrom('journal').select('sequence').where('action', '=', 'case.due').execute(),
  );
  return entries.length < answered
    ? [`${answered} cases were answered to have moved, and ${entries.length} did`]
    : [];
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

/** Every command has its entry; one that moved many cases has one for each of them too. */
const unjournalled = sql<{ readonly commands: bigint; readonly entries: bigint }>`
  select commands, entries from (select
    (select count(*) from command) as commands,
    (select count(*) - coalesce(sum((detail ->> 'moved')::bigint) filter (where action = 'cases.due'), 0)
      from journal where action <> 'content.archived')::bigint as entries) counted
  where commands <> entries`;

/**
 * Everything that is wrong with the data after a crash; nothing when all is well.
 *
 * @param moved How many cases were answered to have moved by the clock.
 */
export async function findDamage(
  database: Database,
  answers: readonly KeptAnswer[],
  moved = 0,
): Promise<readonly string[]> {
  const journal = await verifyJournal(database.queries);
  const { balance, twice, silent, cases } = await readAs(
    database.queries,
    machine,
    async (ledger) => ({
      balance: await trialBalance(ledger),
      twice: (await paidTwice.execute(ledger)).rows,
      silent: (await unjournalled.execute(ledger)).rows,
      cases: await caseDamage(ledger),
    }),
  );
  return [
    ...(await lost(database, answers)),
    ...(await unmoved(database, moved)),
    ...(journal.kind === 'whole'
      ? []
      : [`journal broken at ${journal.sequence}: ${journal.because}`]),
    ...(balance.whole ? [] : ['the trial balance is not zero']),
    ...twice.map(({ subject }) => `paid twice: ${subject}`),
    ...silent.map(({ commands, entries }) => `${commands} commands, but ${entries} entries`),
    ...cases,
  ];
}
