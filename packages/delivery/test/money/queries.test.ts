import { Temporal } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { findDamage } from '../../scripts/crash/find-damage.ts';
import { carryBudgetOver, grantBudget, lapseBudget } from '../../src/money/commands/budget.ts';
import { monthEnd } from '../../src/money/queries/month-end.ts';
import { openClaims, reconciliation } from '../../src/money/queries/reconciliation.ts';
import { subjectMoney } from '../../src/money/queries/subject-money.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { budgetState } from '../../src/money/queries/budget-state.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import { approveMoney, reserveMoney } from '../../src/money/store/reservation.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  at,
  booking,
  caseId,
  cityFinance,
  districtFinance,
  payer,
  seedMoney,
  source,
  system,
} from '../support/money-seed.ts';
import { payOrdered } from '../support/pay-case.ts';

onEveryDatabase('what the ledger says', ({ database }) => {
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2], actor: Actor = system) =>
    readAs(database().queries, actor, work);
  const asked = (key: string, actor: Actor = cityFinance, when = at) => ({ key, actor, at: when });
  const april = new Date('2026-03-31T16:00:00Z');
  const budget = { pool: source.pool, year: 2026, words: '演示' };

  beforeAll(async () => {
    await seedMoney(database(), 2, 1000n);
    const sums = [{ subject: caseId(0), fen: 301n }];
    await within((ledger) =>
      reserveMoney(ledger, booking(caseId(0)), [{ subject: caseId(0), fen: 401n }], source),
    );
    await within((ledger) =>
      approveMoney(ledger, { ...booking(caseId(0)), at: april }, sums, source),
    );
    await within((ledger) =>
      orderPayments(ledger, booking('run'), {
        cases: [caseId(0)],
        pool: source.pool,
        year: 2026,
        payer,
      }),
    );
    await payOrdered(database(), 'B1');
  });

  test('every entry of a case stands with its words and its own sum, its account masked', async () => {
    const { held, events, payments } = await within((ledger) => subjectMoney(ledger, caseId(0)));
    expect(held).toEqual([
      {
        pool: source.pool,
        year: 2026,
        holder: 'city',
        reserved: 0n,
        approved: 0n,
        ordered: 0n,
        spent: 151n,
      },
      {
        pool: source.pool,
        year: 2026,
        holder: payer,
        reserved: 0n,
        approved: 0n,
        ordered: 0n,
        spent: 150n,
      },
    ]);
    expect(events.map(({ kind, fen, words }) => ({ kind, fen, words }))).toEqual([
      { kind: 'reserve', fen: 401n, words: '演示办法第三条：case-0' },
      { kind: 'approve', fen: 301n, words: '演示办法第三条：case-0' },
      { kind: 'order', fen: 301n, words: '演示办法第三条：run' },
      { kind: 'pay', fen: 301n, words: '银行回单 r.xml' },
    ]);
    expect(payments).toMatchObject([
      {
        id: 'case-0/1',
        attempt: 1,
        fen: 301n,
        state: 'paid',
        account: { number: '6222 **** **** 0000' },
      },
    ]);
  });

  test('another enterprise sees nothing of it', async () => {
    const other: Actor = {
      user: 'x',
      organisation: 'enterprise:1',
      role: 'enterprise',
      district: undefined,
    };
    expect(await within((ledger) => subjectMoney(ledger, caseId(0)), other)).toEqual({
      held: [],
      events: [],
      payments: [],
    });
  });

  test('a month closes with what the next opens with, by the days of China', async () => {
    const report = async (month: string) =>
      (await within((ledger) => monthEnd(ledger, source.pool, Temporal.PlainYearMonth.from(month))))
        .filter(
          ({ holder, purpose }) =>
            holder === 'city' && (purpose === 'reserved' || purpose === 'available'),
        )
        .map(({ purpose, opening, added, taken, closing }) => ({
          purpose,
          opening,
          added,
          taken,
          closing,
        }));
    expect(await report('2026-02')).toEqual([]);
    expect(await report('2026-03')).toEqual([
      { purpose: 'available', opening: 0n, added: 1000n, taken: 201n, closing: 799n },
      { purpose: 'reserved', opening: 0n, added: 201n, taken: 0n, closing: 201n },
    ]);
    expect(await report('2026-04')).toEqual([
      { purpose: 'available', opening: 799n, added: 50n, taken: 0n, closing: 849n },
      { purpose: 'reserved', opening: 201n, added: 0n, taken: 201n, closing: 0n },
    ]);
  });

  test('who owes whom, and nothing left to reconcile', async () => {
    expect(await within(openClaims)).toEqual([
      { pool: source.pool, year: 2026, creditor: payer, debtor: 'city', fen: 151n },
    ]);
    expect(await within((ledger) => reconciliation(ledger, payer))).toEqual({
      unmatched: [],
      batches: [],
    });
  });

  test('a rolling pool carries what is left into the next year, and no further than its last; what does not roll lapses', async () => {
    const carry = (year: number) =>
      carryBudgetOver(database().queries, {
        ...asked(`carry ${year}`),
        input: { ...budget, year, holder: 'city' },
      });
    expect(await carry(2026)).toMatchObject({ ok: true, value: { fen: '849' } });
    expect(await carry(2027)).toMatchObject({
      ok: false,
      error: { code: 'not_rolling', until: 2027 },
    });
    expect(
      await lapseBudget(database().queries, {
        ...asked('lapse', districtFinance),
        input: { ...budget, holder: payer },
      }),
    ).toMatchObject({ ok: true, value: { fen: '850' } });
    const states = await within((ledger) => budgetState(ledger, source.pool));
    expect(
      states.map(({ year, holder, appropriated, available }) => ({
        year,
        holder,
        appropriated,
        available,
      })),
    ).toEqual([
      { year: 2026, holder: 'city', appropriated: 151n, available: 0n },
      { year: 2026, holder: payer, appropriated: 150n, available: 0n },
      { year: 2027, holder: 'city', appropriated: 849n, available: 849n },
    ]);
  });

  test('a budget is granted in pools that exist, by those whose money it is', async () => {
    const grant = (key: string, actor: Actor, input: object) =>
      grantBudget(database().queries, {
        ...asked(key, actor),
        input: { ...budget, holder: 'city', fen: 5n, supplement: true, ...input },
      });
    expect(await grant('g1', cityFinance, { pool: '没有' })).toMatchObject({
      error: { code: 'pool_unknown' },
    });
    expect(await grant('g2', districtFinance, {})).toMatchObject({
      error: { code: 'not_your_money' },
    });
    expect(await grant('g3', cityFinance, {})).toMatchObject({ value: { fen: '5' } });
  });

  test('the trial balance is zero', async () => {
    expect(await within(trialBalance)).toMatchObject({ whole: true });
  });

  test('an answer that is not kept, or kept otherwise, is damage', async () => {
    const pool = { key: 'system:seed pool', outcome: '{"pool":"演示资金"}' };
    expect(await findDamage(database(), [pool])).toEqual([]);
    expect(
      await findDamage(database(), [
        { ...pool, outcome: '{"pool":"另一个"}' },
        { ...pool, key: 'system:seed nothing' },
      ]),
    ).toEqual([
      'answered, but not there: system:seed pool',
      'answered, but not there: system:seed nothing',
    ]);
  });

  test('a kept balance that is not the sum of its postings is damage', async () => {
    await within((ledger) =>
      ledger
        .updateTable('ledger_account')
        .set((row) => ({ balance_fen: row('balance_fen', '+', 1n) }))
        .where('purpose', '=', 'spent')
        .where('holder', '=', 'city')
        .execute(),
    );
    const { balances, allotments, whole } = await within(trialBalance);
    expect(whole).toBe(false);
    expect(balances).toMatchObject([
      { account: { holder: 'city', purpose: 'spent' }, kept: 152n, reckoned: 151n },
    ]);
    expect(allotments).toMatchObject([
      { account: { holder: 'city', purpose: 'spent' }, kept: 152n, reckoned: 151n },
    ]);
    expect(await findDamage(database(), [])).toEqual(['the trial balance is not zero']);
  });
});
