import { readAs, systemActor } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  allocateRound,
  changedDecisions,
  closeProgramme,
  correctDecision,
  doTask,
  publishProgramme,
  saveProgramme,
  startApplication,
  submitApplication,
} from '../../src/index.ts';
import type { ProgrammeDraft, TaskDecision } from '../../src/index.ts';
import { recordValues, standingValues } from '../../src/facts/store/fact-records.ts';
import { grantBudget } from '../../src/money/commands/budget.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { tasksOfCase } from '../../src/store/tasks.ts';
import { appliedFor, commitment } from './corridor-programme.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises, officerOf, ownerOf, stateFacts, townIn } from '../support/town.ts';
import type { Town } from '../support/town.ts';

const [first, second, , other] = enterprises;
const system = systemActor('test');
const office = officerOf('city:大走廊管委会');
const spending = 'annual_rd_expenditure';

/** 新增研发投入支持: 300万元 for each of these enterprises; too little money, so that all are reduced alike. */
const round: ProgrammeDraft = {
  ...appliedFor,
  id: 'corridor-rd-scaled',
  title: '新增研发投入支持（同比例）',
  titleEn: 'Support for increases in R&D (in proportion)',
  funding: { ...appliedFor.funding, exhaustion: 'pro_rata' },
};
const failedCondition = '年度研发投入新增额 大于 0元';

onEveryDatabase('a round that is reduced in proportion', ({ database }) => {
  let town: Town;
  let keys = 0;
  const cases = new Map<string, string>();
  const asked = (actor: Actor, at: string) => {
    keys += 1;
    return { key: `scaled-${keys}`, actor, at: new Date(at) };
  };
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]): Promise<Answer> =>
    readAs(database().queries, system, work);
  const caseOf = (enterprise: string) => cases.get(enterprise) ?? '';
  const stateOf = (id: string) =>
    within((transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select(['state', 'step', 'approved_fen as fen'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );

  async function applied(enterprise: string, decision: TaskDecision): Promise<void> {
    const { context } = town;
    const owner = ownerOf(enterprise);
    const started = await startApplication(context, asked(owner, '2024-03-01T02:00:00Z'), round.id);
    if (!started.ok) throw new Error(started.error.code);
    const { case: id } = started.value;
    const signing = asked(owner, '2024-03-01T03:00:00Z');
    await submitApplication(context, signing, id, { signed: commitment });
    if (decision.kind === 'reject') await restate(enterprise, '4000万元', '2024-03-04T02:00:00Z');
    const [task] = await within((transaction) => tasksOfCase(transaction, id));
    const deciding = asked(office, '2024-03-05T02:00:00Z');
    expect(await doTask(context, deciding, id, task?.id ?? '', decision)).toMatchObject({
      ok: true,
    });
    cases.set(enterprise, id);
  }

  const found = async (enterprise: string, at: string) => {
    const reaching = { context: town.context, basis: { kind: 'facts' }, at: new Date(at) } as const;
    const scope = { kind: 'programme', programme: round.id } as const;
    const { changed } = await changedDecisions(reaching, office, scope);
    return changed.find(({ record }) => record.enterprise === enterprise);
  };

  const correct = async (enterprise: string, at: string) =>
    correctDecision(town.context, asked(office, at), {
      programme: round.id,
      decision: `${caseOf(enterprise)}/decision`,
      finding: (await found(enterprise, at))?.finding ?? '',
      basis: { kind: 'facts' },
      follow: 'open',
      reason: '统计数据更正',
      clause: '第十九条',
      dueOn: undefined,
      interest: undefined,
      addFen: undefined,
    });

  const restate = (enterprise: string, value: string, at: string) =>
    within(async (transaction) => {
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

  beforeAll(async () => {
    // 450万元 for two claims of 300万元, of two districts.
    town = await townIn(database(), 225_000_000n);
    for (const enterprise of [first, second, other])
      await stateFacts(database(), enterprise, [
        { fact: 'in_corridor_planning_range', value: true },
        { fact: 'national_little_giant', value: true },
        { fact: spending, year: 2022, value: '4000万元' },
        { fact: spending, year: 2023, value: '5000万元' },
      ]);
    const { context, version } = town;
    await saveProgramme(context, asked(office, '2024-02-01T02:00:00Z'), round, version);
    await publishProgramme(context, asked(office, '2024-02-01T03:00:00Z'), round.id);
    const reject = { kind: 'reject', reason: '研发投入没有增加', failedCondition } as const;
    await applied(first, { kind: 'approve' });
    await applied(other, { kind: 'approve' });
    await applied(second, reject);
  }, 90_000);

  test('reduces enterprises of all districts alike that the same money pays', async () => {
    const { context } = town;
    await closeProgramme(context, asked(office, '2024-03-10T02:00:00Z'), round.id, '申报结束');
    const allocated = await allocateRound(context, asked(office, '2024-03-11T02:00:00Z'), round.id);
    expect(allocated).toMatchObject({ value: { served: 2, waiting: 0, totalFen: '450000000' } });
    for (const enterprise of [first, other])
      expect(await stateOf(caseOf(enterprise))).toMatchObject({ fen: 225_000_000n, state: 'open' });
  });

  test('gives who was refused wrongly the same proportion, as soon as there is money for it', async () => {
    await restate(second, '5000万元', '2024-03-20T02:00:00Z');
    expect(await found(second, '2024-03-21T02:00:00Z')).toMatchObject({
      standing: 'refused',
      change: { kind: 'underpaid', fen: 225_000_000n },
      consequence: 'supplement',
    });
    expect(await correct(second, '2024-03-21T02:00:00Z')).toMatchObject({
      error: { code: 'budget_exhausted' },
    });
    for (const holder of ['city', 'province'])
      await grantBudget(database().queries, {
        ...asked(system, '2024-03-22T02:00:00Z'),
        input: {
          pool: '演示资金',
          year: 2023,
          holder,
          fen: 500_000_000n,
          words: '演示追加预算',
          supplement: true,
        },
      });
    const supplement = `${caseOf(second)}-b1`;
    expect(await correct(second, '2024-03-23T02:00:00Z')).toMatchObject({
      value: { kind: 'supplement', fen: '225000000', supplementCase: supplement },
    });
    expect(await stateOf(supplement)).toEqual({ state: 'open', step: 2, fen: 225_000_000n });
    expect(await found(second, '2024-03-24T02:00:00Z')).toBeUndefined();
  });

  test('keeps the ledger whole', async () => {
    expect(await within(trialBalance)).toMatchObject({ whole: true });
  });
});
