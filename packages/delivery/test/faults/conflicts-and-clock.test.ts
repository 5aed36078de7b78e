import { fail, ok } from '@luodi/kernel';
import type { Actor } from '@luodi/platform';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { findDamage } from '../../scripts/crash/find-damage.ts';
import { commitment, draftOf, papers } from '../../scripts/crash/rounds.ts';
import { seedTown } from '../../scripts/crash/seed-town.ts';
import { look } from '../../scripts/crash/step.ts';
import { applicant, districtBodies, officer, owner, worldIn } from '../../scripts/crash/world.ts';
import type { World } from '../../scripts/crash/world.ts';
import {
  claimCase,
  doTask,
  moveDueCases,
  publishProgramme,
  saveProgramme,
  startApplication,
  submitApplication,
} from '../../src/index.ts';
import { tasksOfCase } from '../../src/store/tasks.ts';
import { payer } from '../support/money-seed.ts';
import { onEveryDatabase } from '../support/every-database.ts';

const enterprise = applicant('enterprise:0');
const round = 'apply-1';
const id = `${round}-000001`;
const account = { name: '演示企业', bank: '演示银行', number: '6222020200001111' };
const approval = { kind: 'approve', amountFen: 30_000n } as const;

onEveryDatabase('two at once, and a clock that is set', ({ database }) => {
  let world: World;
  let keys = 0;
  const asked = (actor: Actor, at: string) => {
    keys += 1;
    return { key: `key-${keys}`, actor, at: new Date(at) };
  };
  const waiting = async () => {
    const tasks = await look(world, (transaction) => tasksOfCase(transaction, id));
    return tasks.filter(({ state }) => state === 'waiting');
  };
  const taskOf = async (body: string): Promise<string> =>
    (await waiting()).find(({ organisation }) => organisation === body)?.id ?? '';
  const standing = () =>
    look(world, (transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select(['state', 'step', 'due_on'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );

  beforeAll(async () => {
    world = worldIn(database());
    await seedTown(world);
    const { context, rules } = world;
    const at = '2026-03-02T02:00:00Z';
    await saveProgramme(context, asked(officer(owner), at), draftOf(round), rules.version);
    await publishProgramme(context, asked(officer(owner), at), round);
  });

  test('before the window opens, by a clock that is a year behind, an application is refused with the window', async () => {
    const started = await startApplication(
      world.context,
      asked(enterprise, '2025-03-02T02:00:00Z'),
      round,
    );
    expect(started).toEqual(
      fail({ code: 'window_closed', from: '2026-01-01', until: '2026-12-31' }),
    );
  });

  test('of two beginnings at once one is an application, the other names it', async () => {
    const begin = () =>
      startApplication(world.context, asked(enterprise, '2026-03-02T03:00:00Z'), round);
    const both = await Promise.all([begin(), begin()]);
    expect(both).toContainEqual(ok({ case: id }));
    expect(both).toContainEqual(fail({ code: 'case_exists', case: id }));
  });

  test('of two officers who decide one task at once one decides, the other is told that it is done', async () => {
    const handedIn = papers.map((paper) => ({ paper, attachment: `file of ${paper}` }));
    await submitApplication(world.context, asked(enterprise, '2026-03-02T04:00:00Z'), id, {
      papers: handedIn,
      signed: commitment,
    });
    const body = `${payer}:${districtBodies[0]}`;
    const task = await taskOf(body);
    const decide = (user: string) =>
      doTask(
        world.context,
        asked({ ...officer(body), user }, '2026-03-03T02:00:00Z'),
        id,
        task,
        approval,
      );
    const both = await Promise.all([decide('one'), decide('another')]);
    expect(both).toContainEqual(ok({ case: id, state: 'open', step: 1 }));
    expect(both).toContainEqual(fail({ code: 'task_done' }));
  });

  test('a clock that is set back by a day loses nothing: the journal keeps the order in which things happened', async () => {
    const before = `${payer}:${districtBodies[1]}`;
    const steps = [
      { body: before, at: '2026-03-04T02:00:00Z', step: 2 },
      { body: owner, at: '2026-03-03T02:00:00Z', step: 3 },
    ];
    for (const { body, at, step } of steps) {
      const decided = await doTask(
        world.context,
        asked(officer(body), at),
        id,
        await taskOf(body),
        approval,
      );
      expect(decided).toEqual(ok({ case: id, state: 'open', step }));
    }
    const { rows } = await look(world, (transaction) =>
      sql<{ day: string }>`select to_char(at at time zone 'UTC', 'MM-DD') as day from journal
        where subject = ${id} order by sequence desc limit 2`.execute(transaction),
    );
    expect(rows.map(({ day }) => day)).toEqual(['03-03', '03-04']);
    expect(await findDamage(database(), [])).toEqual([]);
  });

  test('a clock that runs years ahead moves nothing into years whose days off nobody knows', async () => {
    const there = await standing();
    expect(there).toMatchObject({ state: 'open', step: 3, due_on: '2026-03-04' });
    const ahead = await moveDueCases(world.context, new Date('2031-03-03T02:00:00Z'));
    expect(ahead).toMatchObject({ moved: 0, failed: [{ fault: { code: 'calendar_unknown' } }] });
    expect(await standing()).toEqual(there);
  });

  test('what the clock moved stays where it is when the clock is set back', async () => {
    const moved = await moveDueCases(world.context, new Date('2026-03-05T02:00:00Z'));
    expect(moved).toEqual({ moved: 1, failed: [] });
    const there = await standing();
    expect(there).toMatchObject({ state: 'open', step: 4 });
    const back = await moveDueCases(world.context, new Date('2026-03-02T02:00:00Z'));
    expect(back).toEqual({ moved: 0, failed: [] });
    expect(await standing()).toEqual(there);
  });

  test('of two claims at once one orders the payment, and it is ordered once', async () => {
    const claim = () =>
      claimCase(world.context, asked(enterprise, '2026-03-06T02:00:00Z'), id, {
        account,
        signed: commitment,
      });
    const both = await Promise.all([claim(), claim()]);
    expect(both).toContainEqual(ok({ case: id, state: 'open', step: 5 }));
    expect(both).toContainEqual(fail({ code: 'case_state', state: 'open', step: 'payment' }));
    const payments = await look(world, (transaction) =>
      transaction.selectFrom('payment').select('fen').where('delivery_case', '=', id).execute(),
    );
    expect(payments).toEqual([{ fen: 30_000n }]);
    expect(await findDamage(database(), [])).toEqual([]);
  });
});
