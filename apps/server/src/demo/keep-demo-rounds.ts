import {
  grantBudget,
  openPool,
  openPoolByRule,
  publishProgramme,
  saveProgramme,
} from '@luodi/delivery';
import type { DeliveryContext, ProgrammeDraft } from '@luodi/delivery';
import type { PlainDate, Result } from '@luodi/kernel';
import { fraction, parseQuantity, dayOf } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { readAs, runCommand, systemActor } from '@luodi/platform';
import { z } from 'zod';
import type { DemoRound, DemoRounds, DemoVoucherPool } from './demo-rounds-file.ts';

const job = systemActor('demonstration');

function must<Value, Fault extends { readonly code: string }>(
  what: string,
  done: Result<Value, Fault>,
): Value {
  if (!done.ok) throw new Error(`demo-rounds.yaml, ${what}: ${JSON.stringify(done.error)}`);
  return done.value;
}

function fenOf(text: string): bigint {
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string') throw new Error(`demo-rounds.yaml: ${text} is no sum`);
  return fraction.floor(quantity.value);
}

async function openPools(
  { queries }: DeliveryContext,
  { 资金池 }: DemoRounds,
  year: number,
  at: Date,
): Promise<void> {
  for (const { 名: pool, 英文: nameEn, 主管: owner, 预算 } of 资金池) {
    const asked = (key: string) => ({ key: `demo ${key}`, actor: job, at });
    const input = { pool, name: pool, nameEn, rollingUntil: undefined, owner };
    must(pool, await openPool(queries, { ...asked(`pool ${pool}`), input }));
    for (const [holder, sum] of Object.entries(预算)) {
      const grant = { pool, year, holder, fen: fenOf(sum), words: '演示预算', supplement: false };
      const key = `budget ${pool} ${holder}`;
      must(holder, await grantBudget(queries, { ...asked(key), input: grant }));
    }
  }
}

function draftOf(round: DemoRound, today: PlainDate): ProgrammeDraft {
  const { 窗口, 资金 } = round;
  return {
    id: round.编号,
    title: round.名,
    titleEn: round.英文,
    measure: round.措施,
    manner: round.方式,
    lawDate: null,
    windowFrom: today.subtract({ days: 窗口.早于 }).toString(),
    windowUntil: today.add({ days: 窗口.晚于 }).toString(),
    route: round.流程,
    funding: {
      pool: 资金.池,
      year: today.year,
      shares: 资金.分担,
      advance: 资金.先行,
      exhaustion: 资金.用完,
    },
  };
}

async function publishRounds(
  delivery: DeliveryContext,
  { 项目 }: DemoRounds,
  { version }: Content,
  at: Date,
): Promise<void> {
  for (const round of 项目) {
    const actor = { ...job, organisation: round.主管 };
    const asked = (key: string) => ({ key: `demo ${key} ${round.编号}`, actor, at });
    const draft = draftOf(round, dayOf(at));
    must(round.编号, await saveProgramme(delivery, asked('save'), draft, version));
    must(round.编号, await publishProgramme(delivery, asked('publish'), round.编号));
  }
}

async function openVouchers(
  delivery: DeliveryContext,
  pool: DemoVoucherPool,
  { version, measures, documentOf }: Content,
  at: Date,
): Promise<void> {
  const { 编号: id, 措施: measure } = pool;
  const today = dayOf(at);
  const opening = {
    voucherPool: id,
    name: pool.名,
    nameEn: pool.英文,
    measure,
    pool: pool.池,
    year: today.year,
    payer: pool.付款,
    shares: pool.分担,
    limit: fenOf(pool.额度),
    rate: pool.抵,
    expiresOn: today.add({ days: pool.有效 }).toString(),
    providers: pool.服务机构,
    contentVersion: version,
    clause: `${documentOf.get(measure)?.title ?? ''} ${measures.get(measure)?.clause ?? ''}`.trim(),
  };
  const asked = { key: `demo vouchers ${id}`, actor: job, at };
  must(id, await openPoolByRule(delivery, asked, opening));
}

/** One record a value; one a year where the fact is annual. */
function recordsOf({ 事实 }: DemoRounds, { vocabulary }: Content) {
  const byYear = z.record(z.string().regex(/^\d{4}$/), z.unknown());
  return Object.entries(事实).flatMap(([enterprise, sources]) =>
    Object.entries(sources).flatMap(([source, facts]) =>
      Object.entries(facts).flatMap(([fact, value]) => {
        const annual = vocabulary.factsById.get(fact)?.annual === true;
        const values = annual ? Object.entries(byYear.parse(value)) : [['', value] as const];
        return values.map(([year, each]) => ({
          enterprise,
          fact,
          source,
          year: year === '' ? null : Number(year),
          value: JSON.stringify(each),
        }));
      }),
    ),
  );
}

async function stateFacts(
  { queries }: DeliveryContext,
  rounds: DemoRounds,
  content: Content,
  at: Date,
): Promise<void> {
  const records = recordsOf(rounds, content).map((record) => ({
    ...record,
    as_of: dayOf(at).toString(),
    recorded_at: at,
    brought_by: job.user,
  }));
  const outcome = z.object({ facts: z.number() });
  await runCommand(
    queries,
    { key: 'demo facts', name: 'demo.facts', actor: job, input: null, at },
    async (transaction) => {
      await transaction.insertInto('fact_record').values(records).execute();
      const detail = { facts: records.length };
      const entry = { action: 'demo.facts', subject: 'demo', reason: '演示', detail };
      return { ok: true, value: { outcome: detail, entry } };
    },
    (data) => outcome.parse(data),
  );
}

/** Puts the synthetic rounds of a demonstration into a database that has none. Rejects with the place when they do not fit the content. */
export async function keepDemoRounds(
  delivery: DeliveryContext,
  rounds: DemoRounds,
  content: Content,
  at: Date,
): Promise<void> {
  const present = await readAs(delivery.queries, job, (transaction) =>
    transaction.selectFrom('programme').select('id').limit(1).executeTakeFirst(),
  );
  if (present !== undefined) return;
  await openPools(delivery, rounds, dayOf(at).year, at);
  await stateFacts(delivery, rounds, content, at);
  await publishRounds(delivery, rounds, content, at);
  for (const pool of rounds.券池) await openVouchers(delivery, pool, content, at);
}
