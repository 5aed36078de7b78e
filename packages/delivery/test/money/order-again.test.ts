import { fail, ok } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { orderAgain } from '../../src/money/commands/order-again.ts';
import { cancelPayment } from '../../src/money/commands/withdraw-payment.ts';
import { listHoldings } from '../../src/money/queries/holdings.ts';
import { listPaymentLines } from '../../src/money/queries/payment-lines.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import { approveMoney } from '../../src/money/store/reservation.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  at,
  booking,
  caseId,
  districtFinance,
  payer,
  seedMoney,
  source,
  system,
} from '../support/money-seed.ts';

const elsewhere = { name: '演示企业0号', bank: '演示银行', number: '6222000000009999' };

function clerkOf(organisation: string): Actor {
  return { user: 'clerk', organisation, role: 'enterprise', district: undefined };
}

onEveryDatabase('a payment that did not arrive', ({ database }) => {
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2], actor: Actor = system) =>
    readAs(database().queries, actor, work);
  const subject = caseId(0);
  let enterprise: string;
  const again = (key: string, actor: Actor, changes: object = {}) =>
    orderAgain(database().queries, {
      key,
      actor,
      at,
      input: {
        payment: `${subject}/1`,
        payer,
        enterprise,
        account: undefined,
        words: '重新下达',
        ...changes,
      },
    });
  const lines = (kind: 'waiting' | 'returned') =>
    within((ledger) => listPaymentLines(ledger, { kind, payer }, 10), districtFinance);

  beforeAll(async () => {
    await seedMoney(database(), 2, 100_000n);
    const cases = [subject, caseId(1)];
    const sums = cases.map((each) => ({ subject: each, fen: 301n }));
    await within((ledger) => approveMoney(ledger, booking('run'), sums, source));
    await within((ledger) =>
      orderPayments(ledger, booking('run'), { cases, pool: source.pool, year: 2026, payer }),
    );
    const found = await within((ledger) =>
      ledger
        .selectFrom('payment')
        .select('enterprise')
        .where('subject', '=', subject)
        .executeTakeFirstOrThrow(),
    );
    enterprise = found.enterprise;
  });

  test('waits for a batch with its account masked, and all sums of a budget lead to their cases', async () => {
    const { payments, fen, lines: waiting } = await lines('waiting');
    expect({ payments, fen }).toEqual({ payments: 2, fen: 602n });
    expect(waiting.map(({ account }) => account.number)).toEqual([
      '6222 **** **** 0000',
      '6222 **** **** 0001',
    ]);
    const held = await within((ledger) =>
      listHoldings(ledger, { pool: source.pool, year: 2026, holder: payer, purpose: 'ordered' }, 1),
    );
    expect(held).toMatchObject({ subjects: 2, fen: 300n, lines: [{ fen: 150n }] });
  });

  test('is not ordered anew while it lives', async () => {
    expect(await again('live', districtFinance)).toEqual(fail({ code: 'payment_unknown' }));
  });

  test('is listed as not arrived once it is cancelled', async () => {
    await cancelPayment(database().queries, {
      key: 'cancel',
      actor: districtFinance,
      at,
      input: { payment: `${subject}/1`, payer, words: '账号有误' },
    });
    expect(await lines('returned')).toMatchObject({ payments: 1, lines: [{ state: 'cancelled' }] });
  });

  test('goes to another account only if its owner says so', async () => {
    expect(await again('finance', districtFinance, { account: elsewhere })).toEqual(
      fail({ code: 'account_not_yours' }),
    );
    expect(await again('stranger', clerkOf('enterprise:1'), { account: elsewhere })).toEqual(
      fail({ code: 'not_your_money', organisation: payer }),
    );
    const owner = clerkOf(enterprise);
    expect(await again('owner', owner, { account: elsewhere })).toEqual(
      ok({ payment: `${subject}/2`, fen: '301' }),
    );
    const { lines: waiting } = await lines('waiting');
    expect(waiting.find(({ id }) => id === `${subject}/2`)?.account.number).toBe(
      '6222 **** **** 9999',
    );
  });

  test('is never ordered twice, however often it is asked for', async () => {
    expect(await again('owner', clerkOf(enterprise), { account: elsewhere })).toEqual(
      ok({ payment: `${subject}/2`, fen: '301' }),
    );
    expect(await again('once more', districtFinance)).toEqual(
      fail({ code: 'payment_live', subject }),
    );
    expect(await within(trialBalance)).toMatchObject({ whole: true });
  });
});
