import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dishonestyResponse,
  errorResponse,
  listingOutcome,
  outstandingOutcome,
  publicDishonestyResponse,
  recoverableResponse,
  recoveriesResponse,
  recoveryOutcome,
  trialBalanceResponse,
} from '../src/contract/index.ts';
import { paidCase } from './paid-case.ts';
import { Browser, demoBrowser } from './record-app.ts';
import { applicant, must, officerOf, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

let record: RoundsApp;
let subject: string;
let finance: Browser;
let elsewhere: Browser;
let enterprise: Browser;

beforeAll(async () => {
  record = await roundsApp();
  subject = await paidCase(record);
  finance = await demoBrowser(record.app, '演示·西湖区财政局财务员');
  elsewhere = await demoBrowser(record.app, '演示·余杭区财政局财务员');
  enterprise = await applicant(record.app);
});
afterAll(() => record.database.close());

async function refusalOf(answer: Response) {
  const { error } = errorResponse.parse(await answer.json());
  return [answer.status, error.code, error.details.map(({ message }) => message)];
}

async function recoveriesOf(browser: Browser) {
  const answer = await browser.send('GET', '/api/recoveries');
  return recoveriesResponse.parse(await answer.json());
}

async function listingsOf(browser: Browser) {
  const answer = await browser.send('GET', '/api/dishonesty/listings');
  return dishonestyResponse.parse(await answer.json()).listings;
}

/** Signs that mean something in XML have to arrive as they are. */
const signs = { reason: '虚构收入：“<100万元” & 重复申报', clause: '演示办法第十条' };
const grounds = { reason: '提供虚假事实', clause: '演示办法第十条' };

describe('money that was paid', () => {
  let recovery = '';

  test('can be asked back to the last fen, with the interest that the rule states', async () => {
    const asked = new URLSearchParams({
      case: subject,
      fen: '200000000',
      yearlyRate: '3.45',
      daysInYear: '365',
      from: '2026-06-01',
      until: '2026-06-30',
    });
    const answer = await finance.send('GET', `/api/recoverable?${asked.toString()}`);
    // 2 000 000.00 × 3.45 % × 29 / 365 = 5 482.191… yuan
    expect(recoverableResponse.parse(await answer.json())).toMatchObject({
      payer: 'district:西湖区',
      paidFen: '200000000',
      recoverableFen: '200000000',
      paidOn: '2026-06-01',
      interestFen: '548219',
      mine: true,
    });
  });

  test('is not asked back beyond what was paid', async () => {
    const body = { case: subject, fen: '200000001', ...grounds };
    expect(await refusalOf(await finance.send('POST', '/api/recoveries', body))).toEqual([
      409,
      'more_than_paid',
      ['200万元'],
    ]);
  });

  test('is not asked back by the finance officers of another district', async () => {
    const body = { case: subject, fen: '1', ...grounds };
    expect(await refusalOf(await elsewhere.send('POST', '/api/recoveries', body))).toEqual([
      409,
      'nothing_paid',
      [],
    ]);
  });

  test('is asked back once under one key, and the enterprise is told', async () => {
    const body = { case: subject, fen: '100000000', dueOn: '2026-06-30', ...signs };
    const headers = { 'idempotency-key': 'recover-a-half' };
    const first = await finance.send('POST', '/api/recoveries', body, headers);
    const again = await finance.send('POST', '/api/recoveries', body, headers);
    const ordered = recoveryOutcome.parse(await first.json());
    expect(ordered).toMatchObject({ principal: '100000000', interest: '0' });
    expect(await again.json()).toEqual(ordered);
    recovery = ordered.recovery;
    const told = await (await enterprise.send('GET', '/api/notifications')).text();
    expect(told).toContain('追回 100万元。请在 2026-06-30 前退回。');
  });

  test('is asked back by a numbered letter that Word opens, every sign of it as it was written', async () => {
    const path = `/api/cases/letter?id=${encodeURIComponent(subject)}&kind=recovery`;
    const words: string[] = [];
    for (const browser of [enterprise, finance]) {
      const answer = await browser.send('GET', path);
      const buffer = Buffer.from(await answer.arrayBuffer());
      const { value, messages } = await mammoth.extractRawText({ buffer });
      expect(messages).toEqual([]);
      words.push(value);
    }
    // A later copy is the same letter.
    expect(new Set(words).size).toBe(1);
    for (const part of [
      '追回决定书',
      '演示企业甲（杭州）有限公司：',
      subject,
      '追回资金100万元（1,000,000.00元，大写：人民币壹佰万元整）。请于2026年6月30日前退回。',
      signs.reason,
      signs.clause,
      '出处：',
      '行政复议',
      '市科技局',
    ])
      expect(words[0]).toContain(part);
    expect(words[0]).toMatch(/市科技局〔2026〕[1-9]\d*号/u);
  });

  test('is listed for its enterprise and its office, and for no other district', async () => {
    const own = await recoveriesOf(enterprise);
    expect(own).toMatchObject({
      openFen: '100000000',
      recoveries: [{ id: recovery, case: subject, state: 'ordered', late: false, mine: false }],
    });
    expect((await recoveriesOf(finance)).recoveries).toMatchObject([{ mine: true }]);
    expect(await recoveriesOf(elsewhere)).toEqual({ recoveries: [], openFen: '0' });
  });

  test('comes back in parts, never more than is outstanding', async () => {
    const path = `/api/recoveries/${recovery}/receipts`;
    const body = { fen: '60000000', reuse: true, words: '转账 1 号' };
    expect(outstandingOutcome.parse(await must(finance, path, body))).toEqual({
      recovery,
      outstanding: '40000000',
    });
    const more = await finance.send('POST', path, { ...body, fen: '40000001' });
    expect(await refusalOf(more)).toEqual([409, 'more_than_outstanding', ['40万元']]);
    expect(await recoveriesOf(finance)).toMatchObject({
      openFen: '40000000',
      recoveries: [{ state: 'part_paid', receivedFen: '60000000' }],
    });
  });

  test('is given up where it cannot be had, and then closed', async () => {
    const path = `/api/recoveries/${recovery}/write-off`;
    await must(finance, path, { words: '企业破产，财产分配完毕' });
    expect(await refusalOf(await finance.send('POST', path, { words: 'x' }))).toEqual([
      409,
      'recovery_closed',
      [],
    ]);
    expect(await recoveriesOf(finance)).toMatchObject({
      openFen: '0',
      recoveries: [{ state: 'written_off', openFen: '0' }],
    });
  });

  test('leaves the trial balance at zero', async () => {
    const answer = await finance.send('GET', '/api/money/trial-balance');
    expect(trialBalanceResponse.parse(await answer.json())).toEqual({
      whole: true,
      budgetFen: '0',
      cashFen: '0',
      differences: [],
    });
  });
});

describe('the dishonesty list', () => {
  const code = 'enterprise:91330106DEMA00013N';
  const body = { enterprise: code, since: '2026-06-01', until: '2027-05-31', ...grounds };
  let listing = '';

  test('takes no reason with a person’s number, and no term that runs backwards', async () => {
    const officer = await officerOf(record.app, '西湖区商务局');
    const named = { ...body, reason: '法定代表人电话 13800000000' };
    expect(await refusalOf(await officer.send('POST', '/api/dishonesty', named))).toEqual([
      422,
      'reason_names_person',
      [],
    ]);
    const reversed = { ...body, until: '2026-05-31' };
    expect(await refusalOf(await officer.send('POST', '/api/dishonesty', reversed))).toEqual([
      422,
      'term_reversed',
      [],
    ]);
  });

  test('is kept by the officers of the enterprise’s district', async () => {
    const other = await officerOf(record.app, '余杭区商务局');
    expect((await other.send('POST', '/api/dishonesty', body)).status).toBe(403);
    const officer = await officerOf(record.app, '西湖区商务局');
    const entered = await must(officer, '/api/dishonesty', { ...body, case: subject });
    listing = listingOutcome.parse(entered).listing;
    expect(await listingsOf(officer)).toMatchObject([
      { id: listing, case: subject, state: 'listed', mine: true },
    ]);
    expect(await listingsOf(other)).toEqual([]);
    expect(await listingsOf(enterprise)).toMatchObject([{ id: listing, mine: false }]);
  });

  test('shows everybody the name, the reason, the clause and the term, and nothing else', async () => {
    const answer = await new Browser(record.app).send('GET', '/api/dishonesty');
    expect(await answer.json()).toEqual({
      listings: [
        {
          enterpriseName: '演示企业甲（杭州）有限公司',
          reason: '提供虚假事实',
          clause: '演示办法第十条',
          since: '2026-06-01',
          until: '2027-05-31',
        },
      ],
    });
  });

  test('keeps an enterprise from vouchers as from anything else', async () => {
    const path = '/api/voucher-pools/demo-innovation-vouchers/vouchers';
    expect(await refusalOf(await enterprise.send('POST', path, { fen: '100' }))).toEqual([
      409,
      'listed_dishonest',
      ['2026-06-01 – 2027-05-31'],
    ]);
  });

  test('lets an enterprise go once it is lifted, and stays on record for its office', async () => {
    const officer = await officerOf(record.app, '西湖区商务局');
    const path = `/api/dishonesty/${listing}/lift`;
    await must(officer, path, { words: '信用修复' });
    expect(await refusalOf(await officer.send('POST', path, { words: 'x' }))).toEqual([
      404,
      'listing_unknown',
      [],
    ]);
    const open = await new Browser(record.app).send('GET', '/api/dishonesty');
    expect(publicDishonestyResponse.parse(await open.json()).listings).toEqual([]);
    expect(await listingsOf(officer)).toMatchObject([{ state: 'lifted', mine: false }]);
  });
});
