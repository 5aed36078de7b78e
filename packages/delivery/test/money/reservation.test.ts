import { fail, ok } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { budgetState } from '../../src/money/queries/budget-state.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import {
  approveMoney,
  releaseMoney,
  reserveMoney,
  revokeMoney,
} from '../../src/money/store/reservation.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { booking, caseId, payer, seedMoney, source, system } from '../support/money-seed.ts';

const perHolder = 1_000_00n;

onEveryDatabase('reserved, approved, ordered', ({ database }) => {
  const one = (number: number, fen: bigint) => [{ subject: caseId(number), fen }];
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2], on: Database = database()) =>
    readAs(on.queries, system, work);
  const state = async () =>
    (await within((ledger) => budgetState(ledger, source.pool))).map(
      ({ holder, available, reserved, approved, ordered }) => ({
        holder,
        available,
        reserved,
        approved,
        ordered,
      }),
    );

  beforeAll(() => seedMoney(database(), 40, perHolder));

  test('a sum is reserved by halves, approved in part, and the rest is available again', async () => {
    const subject = caseId(0);
    expect(
      await within((ledger) => reserveMoney(ledger, booking(subject), one(0, 101n), source)),
    ).toEqual(ok(undefined));
    expect(await state()).toMatchObject([
      { holder: 'city', available: perHolder - 51n, reserved: 51n },
      { holder: payer, available: perHolder - 50n, reserved: 50n },
    ]);
    expect(
      await within((ledger) => approveMoney(ledger, booking(subject), one(0, 61n), source)),
    ).toEqual(ok(undefined));
    expect(await state()).toEqual([
      { holder: 'city', available: perHolder - 31n, reserved: 0n, approved: 31n, ordered: 0n },
      { holder: payer, available: perHolder - 30n, reserved: 0n, approved: 30n, ordered: 0n },
    ]);
    expect(await within((ledger) => revokeMoney(ledger, booking(subject), [subject]))).toEqual(
      ok(undefined),
    );
    expect(await state()).toMatchObject([{ available: perHolder }, { available: perHolder }]);
  });

  test('a sum above what is available is refused with what there is, and nothing is changed', async () => {
    const refused = await within((ledger) =>
      reserveMoney(ledger, booking(caseId(1)), one(1, 2n * perHolder + 2n), source),
    );
    expect(refused).toEqual(
      fail({
        code: 'budget_exhausted',
        pool: source.pool,
        year: 2026,
        holder: 'city',
        available: perHolder,
      }),
    );
    expect(await state()).toMatchObject([{ available: perHolder }, { available: perHolder }]);
  });

  for (const c of [
    {
      name: 'of a year without a budget',
      from: { ...source, year: 2024 },
      code: 'account_missing',
    },
    {
      name: 'by shares that are not the whole',
      from: { ...source, shares: source.shares.slice(1) },
      code: 'shares_not_whole',
    },
  ])
    test(`a sum ${c.name} is refused`, async () => {
      const refused = await within((ledger) =>
        reserveMoney(ledger, booking(caseId(1)), one(1, 100n), c.from),
      );
      expect(refused).toMatchObject({ ok: false, error: { code: c.code } });
    });

  test('nothing can be released of a case that holds nothing', async () => {
    const refused = await within((ledger) => releaseMoney(ledger, booking(caseId(2)), [caseId(2)]));
    expect(refused).toEqual(fail({ code: 'not_held', subject: caseId(2) }));
  });

  test('what is approved is ordered once, to the account of the case', async () => {
    const subject = caseId(3);
    const order = () =>
      within((ledger) =>
        orderPayments(ledger, booking(subject), {
          cases: [subject],
          pool: source.pool,
          year: 2026,
          payer,
        }),
      );
    expect(await order()).toEqual(fail({ code: 'not_held', subject }));
    await within((ledger) => approveMoney(ledger, booking(subject), one(3, 101n), source));
    expect(await order()).toEqual(ok({ payments: 1, fen: 101n }));
    expect(await order()).toEqual(fail({ code: 'payment_live', subject }));
    const payments = await within((ledger) =>
      ledger.selectFrom('payment').selectAll().where('delivery_case', '=', subject).execute(),
    );
    expect(payments).toMatchObject([
      {
        id: `${subject}/1`,
        fen: 101n,
        enterprise: 'enterprise:3',
        district: '西湖区',
        state: 'ordered',
        shares: { city: '51', [payer]: '50' },
        account: { number: '6222020200000003' },
      },
    ]);
    expect(payments[0]?.end_to_end_id).toMatch(/^LD[0-9A-F]{30}$/);
  });

  test('a case without a good account, or that nobody knows, is not ordered', async () => {
    const order = (subject: string) =>
      within((ledger) =>
        orderPayments(ledger, booking(subject), {
          cases: [subject],
          pool: source.pool,
          year: 2026,
          payer,
        }),
      );
    await within(async (ledger) => {
      await approveMoney(ledger, booking(caseId(4)), one(4, 100n), source);
      await ledger
        .updateTable('delivery_case')
        .set({ account: JSON.stringify({ name: '演示', number: '12', bank: '演示银行' }) })
        .where('id', '=', caseId(4))
        .execute();
    });
    expect(await order(caseId(4))).toEqual(fail({ code: 'account_invalid', subject: caseId(4) }));
    expect(await order('nobody')).toEqual(fail({ code: 'case_unknown', subject: 'nobody' }));
  });

  test('many at once never overspend: as many are served as the budget has room for', async () => {
    const [before] = await state();
    const each = (before?.available ?? 0n) / 4n;
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        within((ledger) =>
          reserveMoney(ledger, booking(caseId(20 + place)), one(20 + place, 2n * each), source),
        ),
      ),
    );
    expect(results.filter(({ ok: done }) => done)).toHaveLength(4);
    for (const result of results)
      if (!result.ok) expect(result.error.code).toBe('budget_exhausted');
  });

  test('the trial balance is zero, and every balance is the sum of its postings', async () => {
    expect(await within(trialBalance)).toEqual({
      layers: { budget: 0n, cash: 0n },
      balances: [],
      allotments: [],
      whole: true,
    });
  });
});
