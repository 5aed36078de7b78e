import { fail, ok } from '@luodi/kernel';
import { readAs, systemActor, verifyJournal } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  claimCase,
  completeCase,
  decisionSchema,
  doTask,
  moveDueCases,
  publishProgramme,
  raiseObjection,
  saveApplication,
  saveProgramme,
  settleObjection,
  startApplication,
  submitApplication,
  verifyDecision,
} from '../../src/index.ts';
import type { ProgrammeDraft, TaskDecision } from '../../src/index.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { findDecision } from '../../src/store/decisions.ts';
import { tasksOfCase } from '../../src/store/tasks.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises, officerOf, ownerOf, stateFacts, townIn } from '../support/town.ts';
import type { Town } from '../support/town.ts';

const papers = [
  '营业执照复印件',
  '纳税申报表',
  '损益表',
  '董事会纪要（新设立公司数据来源应大于杭州地区）',
  '分区域销售数据汇总情况',
  '情况说明',
];
const commitment = '本企业对申请材料的完整性和真实性负责。';
const [first, second, third] = enterprises;
const system = systemActor('test');
const owner = officerOf('city:市商务局');
const reviewers = ['商务局', '市场监管局', '税务局', '发改委', '财政局'];
const account = { name: '演示企业', bank: '演示银行', number: '622202020000000001' };

/** The round that articles 一 to 六 of the rules describe, step by step. */
const round: ProgrammeDraft = {
  id: 'retail-2023',
  title: '支持商贸头部企业发展',
  titleEn: 'Support for leading trade enterprises',
  measure: 'hz-retail-leaders-2022/商贸头部企业奖励',
  manner: 'application',
  lawDate: null,
  windowFrom: '2023-01-01',
  windowUntil: '2023-01-31',
  route: [
    { kind: 'application', papers, laterPapers: [], commitment },
    {
      kind: 'review',
      name: '属地审核',
      nameEn: 'Review by the district',
      level: 'district',
      bodies: reviewers,
      workingDays: 10,
    },
    {
      kind: 'review',
      name: '审定',
      nameEn: 'Final review',
      level: 'city',
      bodies: reviewers.map((body) => `市${body}`),
      workingDays: 10,
    },
    { kind: 'publicity', workingDays: 5 },
    { kind: 'claim', workingDays: null, until: '2023-06-30', commitment },
    { kind: 'payment' },
  ],
  funding: {
    pool: '演示资金',
    year: 2023,
    shares: [
      { holder: 'city', part: '1/2' },
      { holder: '属地', part: '1/2' },
    ],
    advance: '属地',
    exhaustion: 'first_come',
  },
};

const facts = [
  { fact: 'new_sales_settlement_headquarters', value: true },
  { fact: 'set_up_by_enterprise_from_outside', value: true },
  { fact: 'sales_settlement_headquarters_year', value: 2022 },
  { fact: 'above_limit_wholesale_retail', value: true },
  { fact: 'in_statistics_and_reporting', value: true },
];

onEveryDatabase('a round with applications', ({ database }) => {
  let town: Town;
  let keys = 0;
  const asked = (actor: Actor, at: string) => {
    keys += 1;
    return { key: `key-${keys}`, actor, at: new Date(at) };
  };
  const handedIn = papers.map((paper) => ({ paper, attachment: `file of ${paper}` }));

  const tasksAt = (id: string) =>
    readAs(database().queries, system, (transaction) => tasksOfCase(transaction, id));

  const caseRow = (id: string) =>
    readAs(database().queries, system, (transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select(['state', 'step', 'due_on', 'approved_fen', 'asked_fen', 'closing_reason'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );

  const moneyOf = (holder: string) =>
    readAs(database().queries, system, async (transaction) => {
      const rows = await transaction
        .selectFrom('ledger_account')
        .select(['purpose', 'balance_fen'])
        .where('holder', '=', holder)
        .where('balance_fen', '<>', 0n)
        .orderBy('purpose')
        .execute();
      return Object.fromEntries(rows.map(({ purpose, balance_fen }) => [purpose, balance_fen]));
    });

  /** Everybody who has a waiting task at the case decides alike. */
  async function allDecide(id: string, at: string, decision: TaskDecision): Promise<void> {
    for (const { id: task, organisation, state } of await tasksAt(id))
      if (state === 'waiting') {
        const done = await doTask(
          town.context,
          asked(officerOf(organisation), at),
          id,
          task,
          decision,
        );
        expect(done).toMatchObject({ ok: true });
      }
  }

  async function applied(enterprise: string, sales: string): Promise<string> {
    await stateFacts(database(), enterprise, [
      ...facts,
      { fact: 'second_half_retail_sales', value: sales, year: 2022 },
    ]);
    const started = await startApplication(
      town.context,
      asked(ownerOf(enterprise), '2023-01-10T02:00:00Z'),
      round.id,
    );
    if (!started.ok) throw new Error(started.error.code);
    const { case: id } = started.value;
    const submitted = await submitApplication(
      town.context,
      asked(ownerOf(enterprise), '2023-01-12T02:00:00Z'),
      id,
      { papers: handedIn, signed: commitment },
    );
    expect(submitted).toEqual(ok({ case: id, state: 'open', step: 1 }));
    return id;
  }

  beforeAll(async () => {
    town = await townIn(database(), 100_000_000_00n);
    const saved = await saveProgramme(
      town.context,
      asked(owner, '2022-12-20T02:00:00Z'),
      round,
      town.version,
    );
    expect(saved).toEqual(ok({ programme: round.id }));
    const published = await publishProgramme(
      town.context,
      asked(owner, '2022-12-21T02:00:00Z'),
      round.id,
    );
    expect(published).toEqual(ok({ programme: round.id }));
  }, 60_000);

  test('a round outside the rule’s own window, or without its papers, is not published', async () => {
    const wrong: ProgrammeDraft = {
      ...round,
      id: 'retail-late',
      windowUntil: '2023-02-28',
      route: round.route.map((step) =>
        step.kind === 'application' ? { ...step, papers: papers.slice(1) } : step,
      ),
    };
    await saveProgramme(town.context, asked(owner, '2022-12-22T02:00:00Z'), wrong, town.version);
    expect(
      await publishProgramme(town.context, asked(owner, '2022-12-22T02:00:00Z'), wrong.id),
    ).toEqual(
      fail({
        code: 'programme_unsound',
        faults: [
          { code: 'outside_window', opens: '2023-01-01', closes: '2023-01-31' },
          { code: 'papers_missing', papers: ['营业执照复印件'] },
        ],
      }),
    );
  });

  test('from application to payment as the articles say, and the decision is reached again', async () => {
    const id = await applied(first, '35亿元');
    expect(await caseRow(id)).toMatchObject({ due_on: '2023-01-31', asked_fen: 3_500_000_000n });
    await allDecide(id, '2023-01-20T02:00:00Z', { kind: 'approve' });
    expect(await caseRow(id)).toMatchObject({ step: 2, state: 'open' });
    const city = (await tasksAt(id)).filter(({ state }) => state === 'waiting');
    const [last, ...others] = city.reverse();
    for (const task of others)
      await doTask(
        town.context,
        asked(officerOf(task.organisation), '2023-02-01T02:00:00Z'),
        id,
        task.id,
        { kind: 'approve' },
      );
    if (last === undefined) throw new Error('five bodies of the city decide');
    const decideLast = (decision: TaskDecision) =>
      doTask(
        town.context,
        asked(officerOf(last.organisation), '2023-02-02T02:00:00Z'),
        id,
        last.id,
        decision,
      );
    // “不超过1%”: the rule leaves the sum to the bodies, up to the ceiling.
    expect(await decideLast({ kind: 'approve' })).toEqual(
      fail({ code: 'amount_needed', lowerFen: 0n, upperFen: 3_500_000_000n }),
    );
    expect(await decideLast({ kind: 'approve', amountFen: 3_500_000_001n })).toMatchObject({
      error: { code: 'amount_not_allowed' },
    });
    expect(await decideLast({ kind: 'approve', amountFen: 3_000_000_001n })).toEqual(
      ok({ case: id, state: 'open', step: 3 }),
    );
    expect(await moneyOf('district:西湖区')).toMatchObject({ approved: 1_500_000_000n });
    expect(await moneyOf('city')).toMatchObject({ approved: 1_500_000_001n });

    expect(await caseRow(id)).toMatchObject({ due_on: '2023-02-09' });
    const due = (day: string) => moveDueCases(town.context, new Date(`${day}T02:00:00Z`));
    expect(await due('2023-02-09')).toEqual({ moved: 0, failed: [] });
    expect(await due('2023-02-10')).toEqual({ moved: 1, failed: [] });
    const claim = (signed: string) =>
      claimCase(town.context, asked(ownerOf(first), '2023-03-01T02:00:00Z'), id, {
        account,
        signed,
      });
    expect(await claim('同意')).toEqual(fail({ code: 'not_signed', commitment }));
    expect(await claim(commitment)).toEqual(ok({ case: id, state: 'open', step: 5 }));
    expect(await moneyOf('district:西湖区')).toMatchObject({ ordered: 1_500_000_000n });

    const record = await readAs(database().queries, system, (transaction) =>
      findDecision(transaction, `${id}/decision`),
    );
    const decision = decisionSchema.parse(record);
    const evaluator = await town.context.rulesOf(town.version, town.context.queries);
    expect(verifyDecision(decision, evaluator)).toEqual({ kind: 'confirmed' });
    expect(verifyDecision({ ...decision, amountFen: '3000000002' }, evaluator)).toEqual({
      kind: 'altered',
    });
    const balance = await readAs(database().queries, system, trialBalance);
    expect(balance).toMatchObject({ whole: true, layers: { budget: 0n, cash: 0n } });
    expect(await verifyJournal(database().queries)).toMatchObject({ kind: 'whole' });
  });

  test('a return stops the clock, is asked once, and goes back only to who returned it', async () => {
    const id = await applied(second, '30亿元');
    const [one, two, ...others] = await tasksAt(id);
    if (one === undefined || two === undefined) throw new Error('five bodies review');
    const decide = (task: typeof one, at: string, decision: TaskDecision) =>
      doTask(town.context, asked(officerOf(task.organisation), at), id, task.id, decision);
    await decide(one, '2023-01-16T02:00:00Z', { kind: 'return', reason: '损益表缺页' });
    expect(await caseRow(id)).toMatchObject({ state: 'open' });
    for (const task of [two, ...others])
      await decide(task, '2023-01-17T02:00:00Z', { kind: 'approve' });
    expect(await caseRow(id)).toMatchObject({ state: 'returned' });
    const complete = (actor: Actor) =>
      completeCase(town.context, asked(actor, '2023-01-19T02:00:00Z'), id, { papers: handedIn });
    expect(await complete(ownerOf(first))).toEqual(fail({ code: 'case_unknown' }));
    expect(await complete(ownerOf(second))).toEqual(ok({ case: id, state: 'open', step: 1 }));
    // Seven working days were left on the 17th, and are left from the 19th on; the Spring Festival is not worked.
    expect(await caseRow(id)).toMatchObject({ due_on: '2023-02-02' });
    const waiting = (await tasksAt(id)).filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ organisation, round: time }) => [organisation, time])).toEqual([
      [one.organisation, 2],
    ]);
    const [again] = waiting;
    if (again === undefined) throw new Error('one looks again');
    expect(await decide(again, '2023-01-20T02:00:00Z', { kind: 'approve' })).toEqual(
      ok({ case: id, state: 'open', step: 2 }),
    );
    await allDecide(id, '2023-01-30T02:00:00Z', {
      kind: 'approve',
      amountFen: 3_000_000_000n,
    });
    const objected = await raiseObjection(
      town.context,
      asked(ownerOf(second), '2023-02-01T02:00:00Z'),
      id,
      { byName: '演示群众', words: '该企业总部不在本市' },
    );
    expect(objected).toMatchObject({ value: { state: 'disputed' } });
    expect(await moveDueCases(town.context, new Date('2023-03-01T02:00:00Z'))).toEqual({
      moved: 0,
      failed: [],
    });
    const [objection] = await readAs(database().queries, system, (transaction) =>
      transaction.selectFrom('objection').select('id').where('delivery_case', '=', id).execute(),
    );
    const settled = await settleObjection(town.context, asked(owner, '2023-03-02T02:00:00Z'), id, {
      objection: objection?.id ?? '',
      upheld: true,
      answer: '经查属实',
      failedCondition: '新设立全国或区域销售结算总部',
    });
    expect(settled).toMatchObject({ value: { state: 'rejected' } });
    expect(await moneyOf('district:西湖区')).not.toHaveProperty('reserved');
  });

  test('whom the rule denies is told by which condition before anybody reviews; facts of others are not his', async () => {
    await stateFacts(database(), third, [
      ...facts.filter(({ fact }) => fact !== 'in_statistics_and_reporting'),
      { fact: 'second_half_retail_sales', value: '2999999999.99元', year: 2022 },
    ]);
    const at = '2023-01-11T02:00:00Z';
    const started = await startApplication(town.context, asked(ownerOf(third), at), round.id);
    if (!started.ok) throw new Error(started.error.code);
    const { case: id } = started.value;
    expect(await startApplication(town.context, asked(ownerOf(third), at), round.id)).toEqual(
      fail({ code: 'case_exists', case: id }),
    );
    const saved = await saveApplication(town.context, asked(ownerOf(third), at), id, {
      answers: { in_statistics_and_reporting: true, second_half_retail_sales: '90亿元' },
    });
    expect(saved).toMatchObject({ ok: true });
    const submit = (form: { papers?: typeof handedIn }) =>
      submitApplication(town.context, asked(ownerOf(third), at), id, {
        ...form,
        signed: commitment,
      });
    expect(await submit({})).toEqual(fail({ code: 'papers_missing', papers }));
    expect(await submit({ papers: handedIn })).toEqual(
      fail({ code: 'not_entitled', failed: ['下半年零售额 在 30亿元 以上'] }),
    );
  });

  test('an officer of another district or body cannot decide', async () => {
    const id = `${round.id}-000001`;
    const [task] = await tasksAt(id);
    const decide = (actor: Actor) =>
      doTask(town.context, asked(actor, '2023-02-01T02:00:00Z'), id, task?.id ?? '', {
        kind: 'reject',
        reason: '不符合',
        failedCondition: '限上批发零售企业',
      });
    expect(await decide(officerOf('district:滨江区:商务局'))).toEqual(
      fail({ code: 'case_unknown' }),
    );
    expect(await decide(officerOf('district:西湖区:科技局'))).toEqual(
      fail({ code: 'not_your_task' }),
    );
  });
});
