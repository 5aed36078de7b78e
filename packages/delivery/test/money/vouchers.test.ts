import { fail, ok } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  issueVoucher,
  openVoucherPool,
  redeemVoucher,
  settleProvider,
} from '../../src/money/commands/vouchers.ts';
import {
  closeVoucherPool,
  expireDueVouchers,
  expireVouchers,
} from '../../src/money/commands/voucher-ends.ts';
import { budgetState } from '../../src/money/queries/budget-state.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { at, districtFinance, payer, seedMoney, source, system } from '../support/money-seed.ts';
import { payOrdered } from '../support/pay-case.ts';

const user = (organisation: string): Actor => ({
  user: organisation,
  organisation,
  role: 'enterprise',
  district: undefined,
});
const provider = 'enterprise:2';
const later = new Date('2026-12-31T16:00:00Z');

onEveryDatabase('vouchers', ({ database }) => {
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]) =>
    readAs(database().queries, system, work);
  const asked = (key: string, actor: Actor = districtFinance, when = at) => ({
    key,
    actor,
    at: when,
  });
  const issue = (
    voucher: string,
    fen: bigint,
    enterprise = 'enterprise:0',
    actor = user(enterprise),
  ) =>
    issueVoucher(database().queries, {
      ...asked(`issue ${voucher}`, actor),
      input: { voucher, voucherPool: 'vp', enterprise, fen },
    });
  const redeem = (
    redemption: string,
    fen: bigint,
    changes: object = {},
    when = at,
    actor = user(provider),
  ) =>
    redeemVoucher(database().queries, {
      ...asked(`redeem ${redemption}`, actor, when),
      input: {
        redemption,
        voucher: 'v1',
        provider,
        fen,
        invoice: `发票${redemption}`,
        invoiceFen: 2000n,
        ...changes,
      },
    });
  const account = { name: '演示服务商', number: '6222000033334444', bank: '演示银行' };
  const settle = (key: string) =>
    settleProvider(database().queries, {
      ...asked(key),
      input: { voucherPool: 'vp', payer, provider, account },
    });

  beforeAll(async () => {
    await seedMoney(database(), 4, 10_000n);
    await within((ledger) =>
      ledger
        .insertInto('organisation')
        .values({
          id: 'enterprise:away',
          kind: 'enterprise',
          name: '演示企业外区号',
          name_en: 'synthetic',
          district: '滨江区',
        })
        .execute(),
    );
    const opened = await openVoucherPool(database().queries, {
      ...asked('open'),
      input: {
        voucherPool: 'vp',
        name: '演示算力券',
        nameEn: 'Demonstration vouchers',
        measure: 'm',
        pool: source.pool,
        year: 2026,
        payer,
        shares: [
          { holder: 'city', part: '1/2' },
          { holder: payer, part: '1/2' },
        ],
        limit: 1000n,
        expiresOn: '2026-12-31',
        providers: [provider],
        rate: '1/2',
        contentVersion: undefined,
        clause: '演示办法第三条',
      },
    });
    expect(opened).toEqual(ok({ voucherPool: 'vp' }));
  });

  test('an enterprise gets vouchers up to its limit, for itself only', async () => {
    expect(await issue('v1', 801n)).toEqual(ok({ voucher: 'v1', fen: '801' }));
    expect(await issue('v2', 200n)).toEqual(fail({ code: 'voucher_limit', left: 199n }));
    expect(await issue('v3', 100n, 'enterprise:1', user('enterprise:0'))).toEqual(
      fail({ code: 'not_your_money', organisation: 'enterprise:1' }),
    );
    expect(await issue('v4', 1000n, 'enterprise:1')).toMatchObject({ ok: true });
  });

  test('an enterprise of another district gets none from a district', async () => {
    expect(await issue('v7', 1n, 'enterprise:away', districtFinance)).toEqual(
      fail({ code: 'not_your_money', organisation: 'enterprise:away' }),
    );
    expect(await issue('v7', 1n, 'enterprise:away')).toEqual(
      fail({ code: 'voucher_other_district', district: '西湖区' }),
    );
  });

  test('issued at the same time, vouchers still keep to the limit', async () => {
    const both = await Promise.all(
      ['v5', 'v6'].map((voucher) => issue(voucher, 600n, 'enterprise:3')),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  for (const c of [
    {
      name: 'at a provider that is not listed',
      changes: { provider: 'enterprise:3' },
      actor: user('enterprise:3'),
      error: { code: 'voucher_unknown' },
    },
    {
      name: 'above what is left on it',
      changes: { fen: 802n },
      actor: user(provider),
      error: { code: 'voucher_too_small', left: 801n },
    },
    {
      name: 'above its part of the invoice',
      changes: { invoiceFen: 599n, fen: 300n },
      actor: user(provider),
      error: { code: 'invoice_too_small', payable: 299n },
    },
    {
      name: 'that nobody issued',
      changes: { voucher: 'v0' },
      actor: user(provider),
      error: { code: 'voucher_unknown' },
    },
    {
      name: 'by somebody else in the name of the provider',
      changes: {},
      actor: user('enterprise:0'),
      error: { code: 'not_your_money', organisation: provider },
    },
  ])
    test(`a voucher is not redeemed ${c.name}`, async () => {
      expect(await redeem(`no ${c.name}`, 1n, c.changes, at, c.actor)).toEqual(fail(c.error));
    });

  test('a voucher is redeemed in parts, an invoice once', async () => {
    expect(await redeem('r1', 301n)).toEqual(ok({ redemption: 'r1', remaining: '500' }));
    expect(await redeem('r1', 301n)).toEqual(ok({ redemption: 'r1', remaining: '500' }));
    expect(await redeem('r2', 10n, { invoice: '发票r1' })).toEqual(fail({ code: 'invoice_used' }));
    expect(await redeem('r3', 99n)).toEqual(ok({ redemption: 'r3', remaining: '401' }));
  });

  test('the provider is paid for what it redeemed, once', async () => {
    expect(await settle('s1')).toEqual(
      ok({ payment: `vp:${provider}/1`, redemptions: 2, fen: '400' }),
    );
    expect(await settle('s2')).toEqual(fail({ code: 'nothing_to_pay' }));
    await payOrdered(database(), 'VB1');
    const states = await within((ledger) => budgetState(ledger, source.pool));
    expect(states.reduce((sum, { spent }) => sum + spent, 0n)).toBe(400n);
    expect(await settle('s3')).toEqual(fail({ code: 'nothing_to_pay' }));
  });

  test('what is left expires after the last day and is available again', async () => {
    const expire = (key: string, when: Date) =>
      expireVouchers(database().queries, {
        ...asked(key, districtFinance, when),
        input: { voucherPool: 'vp', payer },
      });
    expect(await expire('e1', at)).toEqual(ok({ vouchers: 0, fen: '0' }));
    expect(await redeem('r4', 1n, {}, later)).toEqual(
      fail({ code: 'voucher_expired', on: '2026-12-31' }),
    );
    expect(await expireDueVouchers(database().queries, at)).toEqual({ vouchers: 0, failed: [] });
    expect(await expireDueVouchers(database().queries, later)).toEqual({ vouchers: 3, failed: [] });
    expect(await expire('e3', later)).toEqual(ok({ vouchers: 0, fen: '0' }));
    const states = await within((ledger) => budgetState(ledger, source.pool));
    expect(states.map(({ available, reserved }) => ({ available, reserved }))).toEqual([
      // 301 and 99 are divided one by one: 151 + 50 and 150 + 49.
      { available: 9799n, reserved: 0n },
      { available: 9801n, reserved: 0n },
    ]);
  });

  test('who held what expired is told how much, each once; the journal says it was the clock', async () => {
    const told = await within((transaction) =>
      transaction
        .selectFrom('notification')
        .select(['organisation', 'subject'])
        .where('kind', '=', 'voucher_expired')
        .execute(),
    );
    expect(told).toHaveLength(3);
    const entries = await within((transaction) =>
      transaction
        .selectFrom('journal')
        .select(['actor', 'detail'])
        .where('action', '=', 'expire_vouchers')
        .orderBy('sequence', 'desc')
        .execute(),
    );
    const byClock = entries.filter(({ actor }) => actor.includes('voucher-expiry'));
    expect(byClock).toMatchObject([{ detail: { vouchers: 3, fen: '2001' } }]);
  });

  test('a closed pool gives no more, once and with its reason; only its payer closes it', async () => {
    const close = (key: string, words: string, actor = districtFinance) =>
      closeVoucherPool(database().queries, {
        ...asked(key, actor),
        input: { voucherPool: 'vp', payer, words },
      });
    expect(await close('c0', '换一种办法', user('enterprise:0'))).toEqual(
      fail({ code: 'not_your_money', organisation: payer }),
    );
    expect(await close('c1', '换一种办法')).toEqual(ok({ vouchers: 0, fen: '0' }));
    expect(await close('c2', '再关一次')).toEqual(fail({ code: 'voucher_pool_closed' }));
    expect(await issue('late', 1n)).toEqual(fail({ code: 'voucher_pool_closed' }));
  });

  test('the trial balance is zero', async () => {
    expect(await within(trialBalance)).toMatchObject({ whole: true });
  });
});
