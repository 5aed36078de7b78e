/**
 * How long a whole round without applications takes: `npx tsx packages/delivery/scripts/measure-payments.ts [enterprises] [PostgreSQL URL]`
 * makes so many synthetic enterprises that are all entitled, lists them, lets the notice run out, orders the payments and writes the
 * file for the bank. A database that is named must be empty.
 */
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { openDatabase, readAs, systemActor } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import {
  beginAutomatic,
  moveDueCases,
  orderFile,
  orderPayments,
  prepareBatch,
  previewBatch,
  publishProgramme,
  readBatchFile,
  saveProgramme,
  trialBalance,
} from '../src/index.ts';
import type { ProgrammeDraft } from '../src/index.ts';
import { officerOf, townIn } from '../test/support/town.ts';

const [, , sizeText = '10000', url] = process.argv;
const size = Number(sizeText);
const fenEach = 200_000_000n;
const system = systemActor('measure');
const owner = officerOf('city:市科技局');

const round: ProgrammeDraft = {
  id: 'measured',
  title: '上市辅导备案补助',
  titleEn: 'Subsidy for filing of listing tutoring',
  measure: 'hz-sci-tech-enterprise-2024/上市辅导备案补助',
  manner: 'automatic',
  lawDate: null,
  windowFrom: '2024-02-01',
  windowUntil: '2024-12-31',
  route: [
    { kind: 'notice', workingDays: 5 },
    { kind: 'claim', workingDays: 10, until: null, commitment: '账户为本企业所有。' },
    { kind: 'payment' },
  ],
  funding: {
    pool: '演示资金',
    year: 2023,
    shares: [{ holder: 'city', part: '1' }],
    advance: 'city',
    exhaustion: 'first_come',
  },
};

let began = performance.now();
function lap(what: string): void {
  const now = performance.now();
  const memory = Math.round(process.memoryUsage().rss / 1_000_000);
  console.log(`${what}: ${((now - began) / 1000).toFixed(1)} s, ${memory} MB`);
  began = performance.now();
}

function must<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T {
  if (result.ok) return result.value;
  throw new Error(inspect(result.error, { depth: 5 }));
}

/** Enterprises of whom all that the rule asks is known and holds. */
async function seedEnterprises({ queries }: Database): Promise<void> {
  await readAs(queries, system, async (transaction) => {
    await sql`insert into organisation (id, kind, name, name_en, district, demo)
      select 'enterprise:M' || n, 'enterprise', '示例企业' || n, 'Sample ' || n, '西湖区', true
      from generate_series(1, ${size}::int) n`.execute(transaction);
    for (const fact of [
      'high_tech_enterprise',
      'shareholding_reform_completed',
      'listing_tutoring_filed',
    ])
      await sql`insert into fact_record (enterprise, fact, year, value, source, as_of, recorded_at, brought_by)
        select 'enterprise:M' || n, ${fact}, null, 'true', 'statistics', '2022-12-01', '2022-12-02T01:00:00Z', 'seed'
        from generate_series(1, ${size}::int) n`.execute(transaction);
  });
}

/** As if everybody had claimed at once: the claim itself is a command of each enterprise. */
async function claimAll({ queries }: Database): Promise<readonly string[]> {
  return readAs(queries, system, async (transaction) => {
    const account = JSON.stringify({
      name: '示例企业',
      bank: '演示银行',
      number: '622202020000000001',
    });
    const { rows } = await sql<{ id: string }>`
      update delivery_case set account = ${account}::jsonb where programme = ${round.id} returning id`.execute(
      transaction,
    );
    return rows.map(({ id }) => id);
  });
}

const opened = await openDatabase(url === undefined ? { kind: 'memory' } : { kind: 'server', url });
const database = must(opened);
const { queries } = database;
const town = await townIn(database, fenEach * BigInt(size));
let keys = 0;
const asked = (actor: typeof owner, at: string) => {
  keys += 1;
  return { key: `measure-${keys}`, actor, at: new Date(at) };
};
must(await saveProgramme(town.context, asked(owner, '2024-02-01T02:00:00Z'), round, town.version));
must(await publishProgramme(town.context, asked(owner, '2024-02-01T03:00:00Z'), round.id));
await seedEnterprises(database);
lap(`${size} enterprises with three facts each`);
const begun = must(
  await beginAutomatic(town.context, asked(owner, '2024-03-01T02:00:00Z'), round.id),
);
lap(`listed, decided, notified, money kept: ${JSON.stringify(begun)}`);
const due = await moveDueCases(town.context, new Date('2024-03-11T02:00:00Z'));
lap(`notice over: ${due.moved} moved, ${due.failed.length} failed`);
const cases = await claimAll(database);
lap('accounts named');
const booking = {
  subject: round.id,
  words: round.title,
  actor: system,
  at: new Date('2024-03-12T02:00:00Z'),
};
const { pool, year } = round.funding;
const ordered = must(
  await readAs(queries, system, (ledger) =>
    orderPayments(ledger, booking, { pool, year, cases, payer: 'city' }),
  ),
);
lap(`ordered: ${ordered.payments} payments, ${ordered.fen} fen`);
const shown = await readAs(queries, system, (ledger) =>
  previewBatch(ledger, { payer: 'city', limit: size }),
);
const account = { name: '演示市财政局', number: '6222000011112222', bank: '演示银行' };
must(
  await prepareBatch(queries, {
    ...asked(system, '2024-03-12T03:00:00Z'),
    input: { batch: 'measured', payer: 'city', account, limit: size, shown },
  }),
);
lap('one batch');
const file = await readAs(queries, system, (ledger) => readBatchFile(ledger, 'measured'));
if (file === undefined) throw new Error('the batch is there');
const { xml } = orderFile(file);
lap(`pain.001: ${(xml.length / 1_000_000).toFixed(1)} MB`);
const balance = await readAs(queries, system, trialBalance);
lap(`trial balance: ${balance.whole ? 'zero' : 'NOT ZERO'}`);
await database.close();
