import { ok } from '@luodi/kernel';
import { readAs, systemActor } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  changedDecisions,
  claimCase,
  correctDecision,
  doTask,
  moveDueCases,
  publishProgramme,
  saveProgramme,
  startApplication,
  submitApplication,
  verifyDecision,
  viewCase,
} from '../../src/index.ts';
import type { DecisionRecord, ProgrammeDraft } from '../../src/index.ts';
import { recordValues, standingValues } from '../../src/facts/store/fact-records.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { findDecision } from '../../src/store/decisions.ts';
import { tasksOfCase } from '../../src/store/tasks.ts';
import { appliedFor, commitment } from './corridor-programme.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises, officerOf, ownerOf, stateFacts, townIn } from '../support/town.ts';
import type { Town } from '../support/town.ts';

const [first, second, third] = enterprises;
const system = systemActor('test');
const office = officerOf('city:大走廊管委会');
const spending = 'annual_rd_expenditure';
const bank = { name: '演示企业', bank: '演示银行', number: '622202020000000001' };

/** 新增研发投入支持, asked for: 30% of the increase, exact; one review, publicity, claim. */
const round: ProgrammeDraft = {
  ...appliedFor,
  id: 'corridor-rd-asked',
  title: '新增研发投入支持（申报）',
  titleEn: 'Support for increases in R&D (on application)',
};

onEveryDatabase('a refusal', ({ database }) => {
  let town: Town;
  let keys = 0;
  const asked = (actor: Actor, at: string) => {
    keys += 1;
    return { key: `refusal-${keys}`, actor, at: new Date(at) };
  };
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]): Promise<Answer> =>
    readAs(database().queries, system, work);
  const decisionOf = (id: string) => within((transaction) => findDecision(transaction, id));
  const caseOf = (id: string) =>
    within((transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select(['state', 'step', 'decision', 'approved_fen as fen'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const found = async (at: string) => {
    const reaching = { context: town.context, basis: { kind: 'facts' }, at: new Date(at) } as const;
    const scope = { kind: 'programme', programme: round.id } as const;
    return (await changedDecisions(reaching, office, scope)).changed;
  };
  const verified = async (record: DecisionRecord) =>
    verifyDecision(record, await town.context.rulesOf(town.version, database().queries));

  async function applied(enterprise: string): Promise<string> {
    const started = await startApplication(
      town.context,
      asked(ownerOf(enterprise), '2024-03-01T02:00:00Z'),
      round.id,
    );
    if (!started.ok) throw new Error(started.error.code);
    const { case: id } = started.value;
    const submitted = await submitApplication(
      town.context,
      asked(ownerOf(enterprise), '2024-03-01T03:00:00Z'),
      id,
      { signed: commitment },
    );
    expect(submitted).toEqual(ok({ case: id, state: 'open', step: 1 }));
    return id;
  }

  async function refused(id: string, failedCondition: string) {
    const [task] = await within((transaction) => tasksOfCase(transaction, id));
    return doTask(town.context, asked(office, '2024-03-05T02:00:00Z'), id, task?.id ?? '', {
      kind: 'reject',
      reason: '统计数据显示研发投入没有增加',
      failedCondition,
    });
  }

  async function restate(enterprise: string, value: string, at: string): Promise<void> {
    await within(async (transaction) => {
      const standing = await standingValues(transaction, [enterprise], [spending]);
      const replaces = standing.filter(({ year }) => year === 2023);
      const recording = {
        source: 'statistics',
        asOf: '2024-01-15',
        at: new Date(at),
        broughtBy: 'test',
        broughtFor: undefined,
        factImport: undefined,
      };
      const values = [{ enterprise, fact: spending, year: 2023, value, replaces, rivals: [] }];
      await recordValues(transaction, values, recording, 'test');
    });
  }

  beforeAll(async () => {
    town = await townIn(database(), 10_000_000_00n);
    for (const enterprise of [first, second, third])
      await stateFacts(database(), enterprise, [
        { fact: 'in_corridor_planning_range', value: true },
        { fact: 'national_little_giant', value: true },
        { fact: spending, year: 2022, value: '4000万元' },
        { fact: spending, year: 2023, value: '5000万元' },
      ]);
    const { context, version } = town;
    await saveProgramme(context, asked(office, '2024-02-01T02:00:00Z'), round, version);
    expect(
      await publishProgramme(context, asked(office, '2024-02-01T03:00:00Z'), round.id),
    ).toMatchObject({ ok: true });
  }, 90_000);

  let id = '';
  test('is sealed with facts, version, both dates, the reasoning, the condition and its clause', async () => {
    id = await applied(first);
    await restate(first, '4000万元', '2024-03-04T02:00:00Z');
    expect(await refused(id, '年度研发投入新增额 大于 0元')).toMatchObject({
      value: { state: 'rejected' },
    });
    const record = await decisionOf(`${id}/decision`);
    expect(record).toMatchObject({
      case: id,
      contentVersion: town.version,
      lawDate: '2024-03-01',
      knownAt: '2024-03-05T02:00:00.000Z',
      facts: { [spending]: { 2022: '4000万元', 2023: '4000万元' } },
      answer: { status: 'not_entitled' },
      amountFen: '0',
      amountBy: 'rule',
      refusal: {
        because: '统计数据显示研发投入没有增加',
        by: 'city:大走廊管委会',
        failed: [{ condition: '年度研发投入新增额 大于 0元', byFacts: 'not_of_rule' }],
        clause: expect.stringContaining('二、9.强化企业创新主体地位'),
      },
    });
    expect(await caseOf(id)).toMatchObject({ state: 'rejected', decision: `${id}/decision` });
  });

  test('is reached again; who alters what failed, or what the facts say of it, is found out', async () => {
    const record = await decisionOf(`${id}/decision`);
    if (record?.refusal === undefined) throw new Error('it is a refusal');
    expect(await verified(record)).toEqual({ kind: 'confirmed' });
    const { refusal } = record;
    const altered = { ...record, refusal: { ...refusal, because: '没有理由' } };
    expect(await verified(altered)).toEqual({ kind: 'altered' });
  });

  test('that facts corrected afterwards make wrong opens what the review would have opened', async () => {
    expect(await found('2024-04-01T02:00:00Z')).toEqual([]);
    await restate(first, '4600万元', '2024-04-02T02:00:00Z');
    const [changed, ...others] = await found('2024-04-03T02:00:00Z');
    expect(others).toEqual([]);
    expect(changed).toMatchObject({
      standing: 'refused',
      granted: { statedFen: 0n, grantedFen: 0n },
      was: { status: 'not_entitled' },
      now: { status: 'entitled' },
      change: { kind: 'underpaid', fen: 180_000_000n },
      consequence: 'supplement',
    });
    const corrected = await correctDecision(town.context, asked(office, '2024-04-03T02:00:00Z'), {
      programme: round.id,
      decision: `${id}/decision`,
      finding: changed?.finding ?? '',
      basis: { kind: 'facts' },
      follow: 'open',
      reason: '统计数据更正',
      clause: '第十九条',
      dueOn: undefined,
      interest: undefined,
      addFen: undefined,
    });
    expect(corrected).toMatchObject({
      value: { kind: 'supplement', fen: '180000000', supplementCase: `${id}-b1` },
    });
    expect(await caseOf(`${id}-b1`)).toMatchObject({ state: 'open', step: 2, fen: 180_000_000n });
    const successor = await decisionOf(`${id}/decision/2`);
    expect(successor).toMatchObject({ corrects: `${id}/decision`, amountFen: '180000000' });
    expect(successor).not.toHaveProperty('refusal');
    expect(await caseOf(id)).toMatchObject({ state: 'rejected', decision: `${id}/decision` });
    expect(await found('2024-04-03T03:00:00Z')).toEqual([]);
  });

  test('and its correction stand on the pages of both cases, for the enterprise too', async () => {
    const at = new Date('2024-04-03T04:00:00Z');
    const seen = { id: `${id}-c1`, case: id, kind: 'supplement', supplementCase: `${id}-b1` };
    for (const shown of [id, `${id}-b1`]) {
      const view = await viewCase(town.context, ownerOf(first), shown, at);
      expect(view?.corrections).toMatchObject([
        { ...seen, fen: 180_000_000n, reason: '统计数据更正' },
      ]);
    }
  });

  test('corrected is public, claimed and ordered like every other grant of the round', async () => {
    const supplement = `${id}-b1`;
    await moveDueCases(town.context, new Date('2024-04-20T02:00:00Z'));
    const claim = { account: bank, signed: commitment };
    const claimed = asked(ownerOf(first), '2024-04-21T02:00:00Z');
    expect(await claimCase(town.context, claimed, supplement, claim)).toEqual(
      ok({ case: supplement, state: 'open', step: 4 }),
    );
    const payments = await within((transaction) =>
      transaction
        .selectFrom('payment')
        .select(['delivery_case', 'fen', 'state'])
        .where('enterprise', '=', first)
        .execute(),
    );
    expect(payments).toEqual([{ delivery_case: supplement, fen: 180_000_000n, state: 'ordered' }]);
  });

  test('against what the facts say is the body’s own finding, and says so; unrelated news does not open it', async () => {
    const other = await applied(second);
    expect(await refused(other, '大走廊规划范围内单位')).toMatchObject({ ok: true });
    const record = await decisionOf(`${other}/decision`);
    expect(record).toMatchObject({
      amountBy: 'body',
      answer: { status: 'entitled' },
      refusal: { failed: [{ condition: '大走廊规划范围内单位', byFacts: 'holds' }] },
    });
    if (record === undefined) throw new Error('it is sealed');
    expect(await verified(record)).toEqual({ kind: 'confirmed' });
    await stateFacts(
      database(),
      second,
      [{ fact: 'in_statistics_and_reporting', value: true }],
      new Date('2024-04-10T02:00:00Z'),
    );
    expect(await found('2024-04-11T02:00:00Z')).toEqual([]);
  });

  test('needs a condition that failed', async () => {
    const other = await applied(third);
    expect(await refused(other, ' ')).toMatchObject({
      error: { code: 'task_needs', what: 'failed_condition' },
    });
    expect(await decisionOf(`${other}/decision`)).toBeUndefined();
  });

  test('leaves the ledger whole', async () => {
    expect(await within(trialBalance)).toMatchObject({ whole: true });
  });
});
