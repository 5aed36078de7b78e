import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { claimedCase } from './claimed-case.ts';
import { browserOfTests } from './site.ts';
import { enter, expectFit, settled } from './visit.ts';

const { open } = browserOfTests();

const name = '演示企业丁（杭州）有限公司';
const enterprise = `${name} ${name}办事员`;
const finance = '余杭区财政局 演示·余杭区财政局财务员';
const cityFinance = '市财政局 演示·市财政局财务员';
const auditor = '市审计局 演示·市审计局审计员';
/** 245,678.90元: its halves end in five fen. */
const fen = 24_567_890n;
const account = { name, bank: '演示银行杭州分行', number: '6222020000000000038' };

let casePath: string;

beforeAll(async () => {
  casePath = `/cases/${await claimedCase(name, '余杭区', fen, account)}`;
});

/** The bank's list of receipts for one payment, as CSV. */
function receipts(id: string, reference: string, outcome: string, reason = '') {
  const head = '流水号,业务号,金额,结果,原因,入账日期';
  const text = `${head}\n${reference},${id},245678.90,${outcome},${reason},2026-11-20\n`;
  return { name: `${reference}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Puts what waits into a batch and goes to its page. */
async function prepare(page: Page): Promise<void> {
  await page.getByRole('button', { name: '生成批次' }).click();
  if ((await page.getByLabel('账号').inputValue()) === '') {
    await page.getByLabel('开户银行').fill('演示银行余杭支行');
    await page.getByLabel('账号').fill('3301000000000001');
  }
  await page.getByText('以上 1 笔共 245,678.90元 将由余杭区付出', { exact: false }).waitFor();
  await page.getByRole('button', { name: '生成批次：1 笔 245,678.90元' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/money/batches/'));
  await settled(page);
}

/** Downloads the payment file, hands it over, and returns the number that the bank gives back. */
async function send(page: Page): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载付款文件（pain.001）' }).click();
  const xml = await readFile(await (await started).path(), 'utf8');
  expect(xml).toContain('<InstdAmt Ccy="CNY">245678.90</InstdAmt>');
  await page.getByRole('button', { name: '标记已送银行' }).click();
  await page.getByRole('button', { name: '这 1 笔已送银行' }).click();
  await page.getByText('文件摘要（SHA-256）', { exact: false }).waitFor();
  return /<EndToEndId>(\w+)<\/EndToEndId>/.exec(xml)?.[1] ?? '';
}

test('银行退回，企业改账户，再付成功：办件办结，市还区，试算平衡', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, finance, '/money/payments');
  const line = page.locator('[data-payment]');
  await line.getByText('6222 **** **** 0038', { exact: false }).waitFor();
  expect(await line.locator('strong').innerText()).toBe('245,678.90元');
  await prepare(page);
  await expectFit(page);
  const first = await send(page);
  await page.getByLabel('回单文件').setInputFiles(receipts(first, 'R1', '退汇', '户名不符'));
  await page.getByText('0 笔已付 · 1 笔退回', { exact: false }).waitFor();

  await enter(page, enterprise, '/cases');
  const waiting = page.locator(`[data-case="${casePath.replace('/cases/', '')}"]`);
  await waiting.getByText('要您处理').waitFor();
  await waiting.getByText('银行退回了付款：户名不符', { exact: false }).waitFor();
  await waiting.getByRole('link').click();
  await page.getByText('轮到您办').waitFor();
  await page.getByText('银行退回了付款：户名不符', { exact: false }).waitFor();
  await page.getByLabel('户名').fill(name);
  await page.getByLabel('开户银行').fill('演示银行杭州分行');
  await page.getByLabel('账号').fill('6222020000000000046');
  await expectFit(page);
  await page.getByRole('button', { name: '更改账户并重新支付' }).click();
  await page.getByText('6222 **** **** 0046', { exact: false }).first().waitFor();

  await enter(page, finance, '/money/payments');
  await prepare(page);
  await page.getByRole('button', { name: '拆开批次' }).click();
  await page.getByLabel('依据', { exact: false }).fill('批次号写错');
  await page.getByRole('button', { name: '拆开这 1 笔' }).click();
  await page.getByText('已拆开').waitFor();
  await page.getByRole('navigation', { name: '支付' }).getByRole('link').click();
  await prepare(page);
  const second = await send(page);
  await page.getByLabel('回单文件').setInputFiles(receipts(second, 'R2', '成功'));
  await page.getByText('1 笔已付', { exact: false }).waitFor();
  await page.getByText('已结清').waitFor();

  await enter(page, enterprise, casePath);
  await page.getByText('已办结').first().waitFor();
  await page.getByText('银行已付').waitFor();
  await page.goto(new URL('/cases', page.url()).toString());
  const own = page.locator('[data-money]');
  await own.getByText('245,678.90元').waitFor();
  expect(await own.innerText()).toContain('到账');
  await expectFit(page);

  await enter(page, auditor, '/money/settlement');
  await page.getByRole('button', { name: 'English' }).click();
  await page.waitForURL(/lang=en/);
  await page.reload();
  await page
    .locator('[data-claim]')
    .getByText('Entered by the finance officers', { exact: false })
    .waitFor();
  await expectFit(page);
  await enter(page, finance, '/money/settlement');
  await page.getByText('122,839.45元').waitFor();
  await page.getByRole('button', { name: /^登记清算/ }).click();
  await page.getByLabel('转账单号或文件').fill('演示转账 1 号');
  await expectFit(page);
  await page.getByRole('button', { name: '登记 122,839.45元' }).click();
  await page.getByText('尚欠 0.00元', { exact: false }).waitFor();

  await enter(page, auditor, '/money/reports');
  await page.locator('[data-balance="whole"]').getByText('0 分', { exact: false }).waitFor();
  await enter(page, auditor, '/journal');
  await page.getByText('取走付款文件').first().waitFor();
});

test('手机上的英文页面：所在的一页在导航和页签里看得全', async () => {
  const page = await open({ path: '/sign-in', width: 375 });
  await enter(page, auditor, '/money/reports');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Trial balance' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Trial balance' }).waitFor();
  const here = page.locator('nav [aria-current="page"]');
  expect(await here.allInnerTexts()).toEqual(['Money', 'Reconciliation and reports']);
  for (const link of await here.all()) {
    const box = await link.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 375)).toBeLessThanOrEqual(375);
  }
});

test('安排预算之前说清后果，之后总览的数对得上，已支付的数通到办件', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, cityFinance, '/money');
  await page.getByRole('button', { name: '安排或追加预算' }).click();
  await page.getByLabel('金额（万元）').fill('250');
  await page.getByLabel('依据', { exact: false }).fill('演示批复');
  await page.getByText('预算将增加 250万元', { exact: false }).waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '安排 250万元' }).click();
  const budget = page.locator('[data-budget^="city "]');
  await budget.getByText('1.025亿元', { exact: true }).waitFor();
  await budget.locator('[data-figure="spent"]').getByRole('link').click();
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name: '资金', exact: true }).waitFor();
});

const pages = [
  { who: cityFinance, path: '/money' },
  { who: finance, path: '/money/payments' },
  { who: cityFinance, path: '/money/settlement' },
  { who: cityFinance, path: '/money/reports' },
  { who: auditor, path: '/money/payments' },
];

for (const { who, path } of pages)
  test(`${who} ${path}：axe 没有严重问题，375 px 宽不横向滚动`, async () => {
    const page = await open({ path: '/sign-in' });
    await enter(page, who, path);
    await expectFit(page);
  });
