import { fail, ok } from '@luodi/kernel';
import { readAs, systemActor } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  claimCase,
  doTask,
  moveDueCases,
  publishProgramme,
  saveProgramme,
  startApplication,
  submitApplication,
} from '../../src/index.ts';
import type { ProgrammeDraft, TaskDecision } from '../../src/index.ts';
import { tasksOfCase } from '../../src/store/tasks.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises, officerOf, ownerOf, stateFacts, townIn } from '../support/town.ts';
import type { Town } from '../support/town.ts';

const [first, second] = enterprises;
const system = systemActor('test');
const office = officerOf('city:大走廊管委会');
const commitment = '如实填报申报材料。';
const account = { name: '演示企业', bank: '演示银行', number: '622202020000000001' };

/** 三、项目管理 and 四、资金管理: call, expert review, decision of the party committee, joint document, 1:1:1, paid by the corridor's office. */
const round: ProgrammeDraft = {
  id: 'corridor-2023',
  title: '大走廊高新技术企业认定奖励',
  titleEn: 'Corridor award for new high-tech enterprises',
  measure: 'hz-chengxi-corridor-fund-2022/高新技术企业认定奖励·大走廊',
  manner: 'application',
  lawDate: null,
  windowFrom: '2023-03-01',
  windowUntil: '2023-06-30',
  route: [
    { kind: 'application', papers: [], laterPapers: [], commitment },
    {
      kind: 'scoring',
      body: '大走廊管委会',
      level: 'city',
      experts: 3,
      passMark: 60,
      workingDays: 20,
    },
    {
      kind: 'meeting',
      name: '党工委会议专题研究',
      nameEn: 'Party working committee meeting',
      level: 'city',
      body: '大走廊党工委',
    },
    { kind: 'joint_document', level: 'city', bodies: ['市财政局', '大走廊管委会'] },
    { kind: 'claim', workingDays: 30, until: null, commitment },
    { kind: 'payment' },
  ],
  funding: {
    pool: '演示资金',
    year: 2023,
    shares: [
      { holder: 'province', part: '1/3' },
      { holder: 'city', part: '1/3' },
      { holder: '属地', part: '1/3' },
    ],
    advance: 'city:大走廊管委会',
    exhaustion: 'first_come',
  },
};

onEveryDatabase('the special fund of the corridor', ({ database }) => {
  let town: Town;
  let keys = 0;
  const asked = (actor: Actor, at: string) => {
    keys += 1;
    return { key: `key-${keys}`, actor, at: new Date(at) };
  };
  const expert = (number: number): Actor => ({
    ...office,
    user: `expert ${number}`,
    role: 'expert',
  });
  const waiting = async (id: string) =>
    (
      await readAs(database().queries, system, (transaction) => tasksOfCase(transaction, id))
    ).filter(({ state }) => state === 'waiting');

  async function submitted(enterprise: string): Promise<string> {
    await stateFacts(database(), enterprise, [
      { fact: 'in_corridor_planning_range', value: true },
      { fact: 'newly_certified_high_tech', value: true },
    ]);
    const at = '2023-03-10T02:00:00Z';
    const started = await startApplication(town.context, asked(ownerOf(enterprise), at), round.id);
    if (!started.ok) throw new Error(started.error.code);
    const { case: id } = started.value;
    const done = await submitApplication(town.context, asked(ownerOf(enterprise), at), id, {
      signed: commitment,
    });
    expect(done).toEqual(ok({ case: id, state: 'open', step: 1 }));
    return id;
  }

  async function scored(id: string, scores: readonly number[]) {
    const outcomes = [];
    for (const [index, score] of scores.entries()) {
      const [task] = await waiting(id);
      const decision: TaskDecision = { kind: 'score', score };
      outcomes.push(
        await doTask(
          town.context,
          asked(expert(index), '2023-03-20T02:00:00Z'),
          id,
          task?.id ?? '',
          decision,
        ),
      );
    }
    return outcomes;
  }

  beforeAll(async () => {
    town = await townIn(database(), 1_000_000_00n);
    for (const run of [
      () => saveProgramme(town.context, asked(office, '2023-02-01T02:00:00Z'), round, town.version),
      () => publishProgramme(town.context, asked(office, '2023-02-02T02:00:00Z'), round.id),
    ])
      expect(await run()).toEqual(ok({ programme: round.id }));
  }, 60_000);

  test('experts score alone, the committee decides, two bodies issue the document, three levels pay a third', async () => {
    const id = await submitted(first);
    const [task] = await waiting(id);
    const asOfficer = await doTask(
      town.context,
      asked(office, '2023-03-15T02:00:00Z'),
      id,
      task?.id ?? '',
      { kind: 'score', score: 100 },
    );
    expect(asOfficer).toEqual(fail({ code: 'not_your_task' }));
    const outcomes = await scored(id, [50, 61]);
    expect(outcomes.every(({ ok: done }) => done)).toBe(true);
    const [left] = await waiting(id);
    const twice = await doTask(
      town.context,
      asked(expert(0), '2023-03-20T02:00:00Z'),
      id,
      left?.id ?? '',
      { kind: 'score', score: 100 },
    );
    expect(twice).toEqual(fail({ code: 'task_done' }));
    const third = await doTask(
      town.context,
      asked(expert(3), '2023-03-20T02:00:00Z'),
      id,
      left?.id ?? '',
      { kind: 'score', score: 69 },
    );
    expect(third).toEqual(ok({ case: id, state: 'open', step: 2 }));
    for (const step of [2, 3]) {
      const tasks = await waiting(id);
      expect(tasks.map((each) => each.organisation)).toEqual(
        step === 2 ? ['city:大走廊党工委'] : ['city:大走廊管委会', 'city:市财政局'],
      );
      for (const each of tasks)
        await doTask(
          town.context,
          asked(officerOf(each.organisation), '2023-04-01T02:00:00Z'),
          id,
          each.id,
          { kind: 'approve', reason: '同意' },
        );
    }
    const claim = await claimCase(town.context, asked(ownerOf(first), '2023-04-10T02:00:00Z'), id, {
      account,
      signed: commitment,
    });
    expect(claim).toEqual(ok({ case: id, state: 'open', step: 5 }));
    const [payment] = await readAs(database().queries, system, (transaction) =>
      transaction
        .selectFrom('payment')
        .select(['fen', 'payer', 'shares'])
        .where('delivery_case', '=', id)
        .execute(),
    );
    expect(payment).toEqual({
      fen: 60_000_000n,
      payer: 'city:大走廊管委会',
      shares: { province: '20000000', city: '20000000', 'district:西湖区': '20000000' },
    });
  });

  test('a mean below the mark ends the case; what was kept for it is free again', async () => {
    const id = await submitted(second);
    const outcomes = await scored(id, [59, 60, 60]);
    expect(outcomes.at(-1)).toEqual(ok({ case: id, state: 'rejected', step: 1 }));
    const rows = await readAs(database().queries, system, (transaction) =>
      transaction
        .selectFrom('ledger_account')
        .select('balance_fen')
        .where('purpose', '=', 'reserved')
        .execute(),
    );
    expect(rows.every(({ balance_fen: fen }) => fen === 0n)).toBe(true);
    expect(await moveDueCases(town.context, new Date('2023-12-01T02:00:00Z'))).toEqual({
      moved: 0,
      failed: [],
    });
  });
});
