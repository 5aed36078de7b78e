import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  errorResponse,
  providerSettlementOutcome,
  redemptionOutcome,
  trialBalanceResponse,
  voucherOutcome,
  voucherPoolOutcome,
  voucherPoolsResponse,
  voucherResponse,
  vouchersResponse,
  voucherTermsResponse,
} from '../src/contract/index.ts';
import { payEverything } from './paid-case.ts';
import { demoBrowser } from './record-app.ts';
import type { Browser } from './record-app.ts';
import { applicant, must, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

const payer = 'district:西湖区';
const listed = 'provider:91330100DEMB00014M';
const innovation = 'hz-sci-tech-enterprise-2024/科技创新券额度';
const pool = '/api/voucher-pools/demo-innovation-vouchers';
const computing = '/api/voucher-pools/demo-computing-vouchers';

let record: RoundsApp;
let finance: Browser;
let enterprise: Browser;
let provider: Browser;

beforeAll(async () => {
  record = await roundsApp();
  finance = await demoBrowser(record.app, '演示·西湖区财政局财务员');
  enterprise = await applicant(record.app);
  provider = await demoBrowser(record.app, '演示服务机构（杭州）有限公司办事员');
});
afterAll(() => record.database.close());

async function refusalOf(answer: Response) {
  const { error } = errorResponse.parse(await answer.json());
  return [answer.status, error.code, error.details.map(({ message }) => message)];
}

async function poolsOf(browser: Browser) {
  const answer = await browser.send('GET', '/api/voucher-pools');
  return voucherPoolsResponse.parse(await answer.json()).pools;
}

async function vouchersOf(browser: Browser) {
  return vouchersResponse.parse(await (await browser.send('GET', '/api/vouchers')).json());
}

const opening = {
  name: '演示·第二期创新券',
  nameEn: 'Demo: second innovation vouchers',
  measure: innovation,
  pool: '演示·科技专项资金',
  year: 2026,
  payer,
  shares: [{ holder: payer, part: '1/1' }],
  limitFen: '50000000',
  rate: '1/2',
  expiresOn: '2026-12-31',
  providers: [listed],
};

describe('a pool of vouchers', () => {
  test('takes its bound and its words from the measure', async () => {
    const path = `/api/voucher-terms?measure=${encodeURIComponent(innovation)}`;
    const terms = voucherTermsResponse.parse(await (await finance.send('GET', path)).json());
    expect(terms).toMatchObject({
      upperFen: '50000000',
      asks: [],
      place: { document: 'hz-sci-tech-enterprise-2024' },
      providers: [{ id: listed }],
    });
    expect(terms.quote).toContain('单个企业每年申领科技创新券额度不超过50万元');
  });

  for (const c of [
    {
      name: 'with more for one enterprise than the rule gives',
      changes: { limitFen: '50000001' },
      refused: [409, 'limit_above_rule', ['50万元']],
    },
    {
      name: 'from a measure that is over',
      changes: { measure: 'hz-high-quality-2025/算力券补助' },
      refused: [409, 'measure_not_in_force', ['2025-01-01 – 2025-12-31']],
    },
    {
      name: 'from a measure that nobody knows',
      changes: { measure: 'none' },
      refused: [404, 'measure_unknown', []],
    },
    {
      name: 'whose shares are not the whole',
      changes: { shares: [{ holder: payer, part: '1/2' }] },
      refused: [422, 'shares_not_whole', []],
    },
    {
      name: 'with providers that nobody knows',
      changes: { providers: ['provider:none'] },
      refused: [404, 'unknown_organisation', ['provider:none']],
    },
    {
      name: 'out of a fund that nobody knows',
      changes: { pool: 'none' },
      refused: [404, 'pool_unknown', []],
    },
    {
      name: 'with the money of another district',
      changes: { payer: 'district:余杭区', shares: [{ holder: 'district:余杭区', part: '1/1' }] },
      refused: [403, 'not_your_money', []],
    },
  ])
    test(`is not opened ${c.name}`, async () => {
      const answer = await finance.send('POST', '/api/voucher-pools', { ...opening, ...c.changes });
      expect(await refusalOf(answer)).toEqual(c.refused);
    });

  test('is opened within the rule, and cites it', async () => {
    const done = await must(finance, '/api/voucher-pools', opening);
    const { voucherPool: id } = voucherPoolOutcome.parse(done);
    expect((await poolsOf(finance)).find((each) => each.id === id)).toMatchObject({
      name: '演示·第二期创新券',
      limitFen: '50000000',
      open: true,
      mine: true,
      place: { document: 'hz-sci-tech-enterprise-2024' },
    });
  });
});

describe('a voucher', () => {
  let number = '';

  test('is claimed by an enterprise within its yearly limit', async () => {
    const done = await must(enterprise, `${pool}/vouchers`, { fen: '12000000' });
    const claimed = voucherOutcome.parse(done);
    expect(claimed.fen).toBe('12000000');
    number = claimed.voucher;
    expect(
      await refusalOf(await enterprise.send('POST', `${pool}/vouchers`, { fen: '8000001' })),
    ).toEqual([409, 'voucher_limit', ['8万元']]);
    const mine = (await poolsOf(enterprise)).find(({ id }) => id === 'demo-innovation-vouchers');
    expect(mine).toMatchObject({ issuedFen: '12000000', leftFen: '8000000', mine: false });
  });

  test('counts towards the yearly bound of the rule, whichever pool it comes from', async () => {
    const second = (await poolsOf(enterprise)).find(({ name }) => name === '演示·第二期创新券');
    const path = `/api/voucher-pools/${second?.id ?? ''}/vouchers`;
    expect(await refusalOf(await enterprise.send('POST', path, { fen: '38000001' }))).toEqual([
      409,
      'voucher_limit',
      ['38万元'],
    ]);
  });

  test('is for the enterprises of the district that gives it', async () => {
    const other = await demoBrowser(record.app, '演示企业丙（杭州）有限公司办事员');
    expect(await refusalOf(await other.send('POST', `${pool}/vouchers`, { fen: '1' }))).toEqual([
      409,
      'voucher_other_district',
      ['西湖区'],
    ]);
  });

  test('is for those whom the rule entitles', async () => {
    await must(enterprise, `${computing}/vouchers`, { fen: '100' });
    const other = await demoBrowser(record.app, '演示企业乙（杭州）有限公司办事员');
    expect(
      await refusalOf(await other.send('POST', `${computing}/vouchers`, { fen: '1' })),
    ).toEqual([422, 'still_undetermined', ['中小企业', '使用公共算力']]);
  });

  test('is shown to its enterprise and its providers, not to other enterprises', async () => {
    const path = `/api/vouchers/${number}`;
    expect(voucherResponse.parse(await (await provider.send('GET', path)).json())).toMatchObject({
      enterpriseName: '演示企业甲（杭州）有限公司',
      remainingFen: '12000000',
      state: 'usable',
    });
    const other = await demoBrowser(record.app, '演示企业乙（杭州）有限公司办事员');
    expect((await other.send('GET', path)).status).toBe(404);
    expect((await vouchersOf(provider)).vouchers).toEqual([]);
  });

  test('pays its part of an invoice, an invoice once', async () => {
    const path = `/api/vouchers/${number}/redemptions`;
    const body = { fen: '5000000', invoice: '25330000000000000001', invoiceFen: '10000000' };
    const over = { ...body, fen: '5000001' };
    expect(await refusalOf(await provider.send('POST', path, over))).toEqual([
      409,
      'invoice_too_small',
      ['5万元'],
    ]);
    expect(redemptionOutcome.parse(await must(provider, path, body)).remaining).toBe('7000000');
    expect(await refusalOf(await provider.send('POST', path, body))).toEqual([
      409,
      'invoice_used',
      [],
    ]);
    expect((await vouchersOf(enterprise)).redemptions).toMatchObject([
      { voucher: number, fen: '5000000', payment: null, mine: false },
    ]);
    expect((await vouchersOf(provider)).redemptions).toMatchObject([{ mine: true }]);
  });

  test('is settled with the provider and paid', async () => {
    const account = { name: '演示服务机构', bank: '演示银行', number: '6222000033334444' };
    const done = await must(finance, `${pool}/settlements`, { provider: listed, account });
    expect(providerSettlementOutcome.parse(done)).toMatchObject({ redemptions: 1, fen: '5000000' });
    const again = await finance.send('POST', `${pool}/settlements`, { provider: listed, account });
    expect(await refusalOf(again)).toEqual([409, 'nothing_to_pay', []]);
    await payEverything(record, finance, payer, 'VOUCHERS-1');
    expect((await vouchersOf(provider)).redemptions).toMatchObject([{ payment: 'paid' }]);
  });

  test('does not expire before its last day', async () => {
    expect(await must(finance, `${pool}/expire`)).toEqual({ vouchers: 0, fen: '0' });
  });

  test('leaves the trial balance at zero', async () => {
    const answer = await finance.send('GET', '/api/money/trial-balance');
    expect(trialBalanceResponse.parse(await answer.json())).toMatchObject({
      whole: true,
      differences: [],
    });
  });
});
