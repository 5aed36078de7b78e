import { Temporal } from '@luodi/kernel';
import {
  automaticOutcome,
  batchResponse,
  caseOutcome,
  casesResponse,
  factImportResponse,
  linesResponse,
  payerResponse,
  programmeOutcome,
  receiptsResponse,
  sentResponse,
} from '@luodi/server/contract';
import { beforeAll, expect, test } from 'vitest';
import { Person } from './person.ts';
import { browserOfTests } from './site.ts';
import { enter, expectFit } from './visit.ts';

const { open } = browserOfTests();

const id = 'demo-corridor-rd';
const body = '杭州城西科创大走廊管委会';
const officer = `${body} 演示·${body}经办员`;
const auditor = '市审计局 演示·市审计局审计员';
const commitment = '本企业确认以上事实属实。';
/** Enterprises of the demonstration about which nothing else is held. */
const [paid, held, raised] = [
  { name: '演示企业己（杭州）有限公司', code: '91330102DEMA000645' },
  { name: '演示企业庚（杭州）有限公司', code: '91330105DEMA00072B' },
  { name: '演示企业辛（杭州）有限公司', code: '91330109DEMA000800' },
] as const;
const payer = 'city';
const account = { name: '演示市财政局', bank: '演示银行', number: '3301000000000009' };

async function bring(by: string, source: string, lines: readonly string[]): Promise<void> {
  const person = await Person.signIn(by);
  const form = new FormData();
  const name = `${crypto.randomUUID()}.csv`;
  form.set('file', new File([`${lines.join('\n')}\n`], name, { type: 'text/csv' }));
  form.set('source', source);
  form.set('asOf', '2026-03-31');
  await person.post('/api/fact-imports', form, factImportResponse);
}

/** Annual R&D spending of 2025, in 万元. */
function spending(...figures: readonly (readonly [{ readonly code: string }, number])[]) {
  const head = '统一社会信用代码,年度研发投入（2024年）（万元）,年度研发投入（2025年）（万元）';
  const lines = figures.map(([{ code }, figure]) => `${code},4000,${figure}`);
  return bring('演示·市税务局经办员', 'tax', [head, ...lines]);
}

/** A round of 新增研发投入支持 (30% of what was spent more), without applications. */
async function beginRound(): Promise<void> {
  const person = await Person.signIn(`演示·${body}经办员`);
  const today = Temporal.Now.plainDateISO('Asia/Shanghai');
  const round = {
    id,
    title: '演示·新增研发投入支持',
    titleEn: 'Demo: support for increases in R&D',
    measure: 'hz-chengxi-corridor-fund-2022/新增研发投入支持',
    manner: 'automatic',
    lawDate: '2026-06-01',
    windowFrom: today.subtract({ days: 3 }).toString(),
    windowUntil: today.add({ days: 60 }).toString(),
    route: [
      { kind: 'notice', workingDays: 5 },
      { kind: 'claim', workingDays: 20, until: null, commitment },
      { kind: 'payment' },
    ],
    funding: {
      pool: '演示·科技专项资金',
      year: today.year,
      shares: [{ holder: payer, part: '1' }],
      advance: payer,
      exhaustion: 'first_come',
    },
  };
  await person.post('/api/programmes', round, programmeOutcome);
  await person.post(`/api/programmes/${id}/publish`, {}, programmeOutcome);
  await person.post(`/api/programmes/${id}/begin`, {}, automaticOutcome);
}

async function claim(enterprise: { readonly name: string }): Promise<void> {
  const owner = await Person.signIn(`${enterprise.name}办事员`);
  const { cases } = await owner.get(`/api/cases?programme=${id}`, casesResponse);
  const path = `/api/cases/${cases[0]?.id ?? ''}`;
  await owner.post(`${path}/confirm`, {}, caseOutcome);
  const payee = { name: enterprise.name, bank: '演示银行', number: '6222020000000000046' };
  await owner.post(`${path}/claim`, { account: payee, signed: commitment }, caseOutcome);
}

/** What the city pays reaches its payees. */
async function payAll(): Promise<void> {
  const clerk = await Person.signIn('演示·市财政局财务员');
  const { ready } = await clerk.get(`/api/money/payer?payer=${payer}`, payerResponse);
  const batch = 'CORR-1';
  const prepared = { batch, payer, account, limit: 100, shown: ready };
  await clerk.post('/api/money/batches', prepared, batchResponse);
  await clerk.post(`/api/money/batches/${batch}/sent`, { payer }, sentResponse);
  const { lines } = await clerk.get(
    `/api/money/payments?payer=${payer}&batch=${batch}`,
    linesResponse,
  );
  const rows = lines.map(
    ({ endToEndId, fen }, at) =>
      `CORR-${at},${endToEndId},${BigInt(fen) / 100n}.00,成功,2026-11-20`,
  );
  const text = ['流水号,业务号,金额,结果,日期', ...rows].join('\n');
  const form = new FormData();
  form.set('file', new File([text], 'corr.csv', { type: 'text/csv' }));
  form.set('payer', payer);
  await clerk.post('/api/money/receipts', form, receiptsResponse);
}

beforeAll(async () => {
  const flags = '统一社会信用代码,大走廊规划范围内单位,专精特新小巨人企业';
  const known = [paid, held, raised].map(({ code }) => `${code},是,是`);
  await bring(`演示·${body}经办员`, 'recognition', [flags, ...known]);
  await spending([paid, 5000], [held, 5000], [raised, 5000]);
  await beginRound();
  await claim(paid);
  await claim(raised);
  await payAll();
});

test('事实都没有变，决定就都不变', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, officer, '/corrections');
  await expectFit(page);
  await page.getByRole('combobox', { name: '项目', exact: true }).click();
  await page.getByTitle('演示·新增研发投入支持').click();
  await page.getByText('3 份决定全部不变').waitFor();
});

test('税务更正以后：追回、调减、补发各一家，看清后果再成批办理，只办一次', async () => {
  await spending([paid, 4600], [held, 4500], [raised, 5200]);
  const page = await open({ path: '/sign-in' });
  await enter(page, officer, '/corrections');
  await page.getByRole('combobox', { name: '项目', exact: true }).click();
  await page.getByTitle('演示·新增研发投入支持').click();
  await page.getByText('3 份决定里有 3 份会变').waitFor();
  await page.getByRole('button', { name: `展开 ${paid.name}` }).click();
  await page.getByText('原核定 300万元，多 120万元', { exact: false }).waitFor();
  await expectFit(page);
  for (const { name } of [paid, held, raised])
    await page.getByRole('checkbox', { name: `选中 ${name}` }).check();
  const preview = await page.locator('[data-preview]').innerText();
  expect(preview.split('\n')).toEqual([
    '向 1 家企业追回 120万元，已付的钱退回原资金池',
    '1 份核定调减 150万元，减到零的办件结束',
    '向 1 家企业补发 60万元，付到原账户',
  ]);
  await page.getByLabel('理由').fill('税务部门更正了年度研发投入');
  await page.getByRole('checkbox', { name: '办法写明要计息' }).check();
  await page.getByText('先写明年利率和计息的起止日期').waitFor();
  await page.getByLabel('年利率').fill('3.65');
  const until = Temporal.Now.plainDateISO('Asia/Shanghai');
  const from = until.subtract({ days: 10 });
  await page.getByLabel('计息从').fill(from.toString());
  await page.getByLabel('计息从').press('Enter');
  // 万分之一 a day of 120万元, ten days.
  const interest = page.locator('[data-interest]');
  await interest.getByText('利息 1,200元').waitFor();
  const words = await interest.innerText();
  expect(words).toContain(`${from.toString()} 起算，至 ${until.toString()}，当日不计，共 10 天`);
  expect(words).toContain('连同利息共追回 120.12万元');
  await expectFit(page);
  await page.getByRole('button', { name: '办理这 3 份' }).click();
  await page.getByText('已办 3 份').waitFor();
  await page.getByText('3 份决定全部不变').waitFor();
  await page.locator('section', { hasText: '已办理的更正' }).getByText('补发').waitFor();
  await expectFit(page);
});

test('审计只看不办；同一个种子两次抽到同样的决定，逐份复算一致', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, auditor, '/corrections');
  await page.getByLabel('种子').fill('2026-11-21');
  await page.getByLabel('抽几份').fill('3');
  await page.getByRole('button', { name: '抽取并重算' }).click();
  const result = page.locator('section', { hasText: '抽查复算' });
  await result.getByText('全部一致').waitFor();
  const drawn = await result.locator('tbody a').allInnerTexts();
  expect(drawn).toHaveLength(3);
  await expectFit(page);
  await page.reload();
  await page.getByLabel('种子').fill('2026-11-21');
  await page.getByLabel('抽几份').fill('3');
  await page.getByRole('button', { name: '抽取并重算' }).click();
  await result.getByText('全部一致').waitFor();
  expect(await result.locator('tbody a').allInnerTexts()).toEqual(drawn);
});
