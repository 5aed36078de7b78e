import { caseOutcome, casesResponse } from '@luodi/server/contract';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { Person } from './person.ts';
import { browserOfTests } from './site.ts';
import { enter, expectFit, settled } from './visit.ts';

const { open } = browserOfTests();

const enterprise = '演示企业甲（杭州）有限公司 演示企业甲（杭州）有限公司办事员';
const officer = (body: string) => `${body} 演示·${body}经办员`;
const pdf = {
  name: '审计报告.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n'),
};

async function approve(page: Page, body: string, tenThousands?: string): Promise<void> {
  await enter(page, officer(body), '/work');
  await page.getByRole('link', { name: '演示企业甲（杭州）有限公司', exact: true }).click();
  await settled(page);
  if (tenThousands !== undefined) await page.getByLabel('核定金额').fill(tenThousands);
  await page.getByRole('button', { name: /^同意（/ }).click();
  await page.locator('[data-task]').waitFor({ state: 'detached' });
}

test('一家企业申请，区、市四个部门同意，公示期满，申领，决定核对一致', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, enterprise, '/cases');
  await expectFit(page);
  await page.getByRole('button', { name: '申请: 演示·研发投入补助' }).click();
  await page.waitForURL(/\/cases\/demo-rd-subsidy-/);
  await settled(page);
  const casePath = new URL(page.url()).pathname;
  expect(await page.locator('[data-sum]').innerText()).toContain('最高 30万元');
  const submit = page.getByRole('button', { name: '提交申请' });
  expect(await submit.isDisabled()).toBe(true);
  const audit = page.locator('[data-paper="年度研发费用专项审计报告"]');
  // What is promised while a file is on its way stays promised when the file has arrived.
  let arrive = () => {};
  const onItsWay = new Promise<void>((go) => {
    arrive = go;
  });
  await page.route('**/attachments', async (route) => {
    await onItsWay;
    await route.continue();
  });
  await audit.locator('input[type="file"]').setInputFiles(pdf);
  await page.getByRole('button', { name: '承诺后补: 年度财务报表' }).click();
  await page.locator('[data-paper="年度财务报表"]').getByText('已承诺后补').waitFor();
  arrive();
  await audit.getByText('已交').waitFor();
  await page.locator('[data-paper="年度财务报表"]').getByText('已承诺后补').waitFor();
  await page.getByRole('checkbox', { name: /我已阅读以上全文/ }).check();
  await expectFit(page);
  await submit.click();
  await page.getByText('在西湖区', { exact: false }).first().waitFor();

  await approve(page, '西湖区科技局');
  await approve(page, '西湖区财政局');
  await approve(page, '市科技局', '28');
  await approve(page, '市财政局');

  await enter(page, officer('市财政局'), '/publicity');
  const shown = page.locator('[data-case]', { hasText: '演示企业甲（杭州）有限公司' });
  await shown.getByText('28万元').waitFor();
  await expectFit(page);

  await enter(page, enterprise, casePath);
  await page.getByRole('button', { name: /^走到 / }).click();
  const claim = page.getByRole('button', { name: '申领 28万元' });
  await claim.waitFor();
  await page.getByLabel('开户银行').fill('演示银行杭州分行');
  await page.getByLabel('账号').fill('6222020000000000012');
  await page.getByRole('checkbox', { name: /我已阅读以上全文/ }).check();
  await expectFit(page);
  await claim.click();
  await page.getByRole('heading', { name: '付款', exact: true }).waitFor();
  await page.getByRole('button', { name: '重算核对' }).click();
  await page.locator('[data-finding="confirmed"]').waitFor();
  await expectFit(page);
});

test('主管部门看清名单，向三家企业发出告知，一家企业确认后马上申领', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, officer('市科技局'), '/programmes/demo-listing-tutoring');
  await expectFit(page);
  await page.getByRole('button', { name: '启动' }).click();
  await page.getByText('向 3 家企业发出告知，共 600万元', { exact: false }).waitFor();
  await page.getByRole('button', { name: '向 3 家企业发出告知' }).click();
  await page.getByText('已向 3 家企业发出告知', { exact: false }).waitFor();
  await enter(page, enterprise, '/cases');
  const waiting = page.locator('[data-case^="demo-listing-tutoring-"]');
  await waiting.getByRole('link', { name: '演示·上市辅导备案补助（免申即享）' }).click();
  await page.getByRole('button', { name: '确认，往下办' }).click();
  await page.getByRole('button', { name: '申领 200万元' }).waitFor();
});

test('企业对告知有异议，主管部门在待办里看见，一次点击就到答复的地方，答复后继续', async () => {
  const name = '演示企业戊（杭州）有限公司';
  const owner = await Person.signIn(`${name}办事员`);
  const query = '/api/cases?programme=demo-listing-tutoring';
  const { cases } = await owner.get(query, casesResponse);
  const words = '认定的金额请复核';
  const path = `/api/cases/${encodeURIComponent(cases[0]?.id ?? '')}/objections`;
  await owner.post(path, { byName: name, words }, caseOutcome);

  const page = await open({ path: '/sign-in' });
  await enter(page, officer('市科技局'), '/work');
  await page.getByRole('cell').filter({ hasText: words }).waitFor();
  await expectFit(page);
  await page.getByRole('link', { name: `答复异议: ${name}` }).click();
  const objections = page.locator('section', { has: page.getByRole('heading', { name: '异议' }) });
  await objections.getByLabel('答复异议').fill('金额由办法直接规定');
  await objections.getByRole('button', { name: '异议不成立，继续办理' }).click();
  await objections.getByText('异议不成立', { exact: true }).waitFor();
  await enter(page, officer('市科技局'), '/work');
  expect(await page.locator('[data-objection]').count()).toBe(0);
});

const pages = [
  { who: officer('市科技局'), path: '/work' },
  { who: officer('市科技局'), path: '/cases' },
  { who: officer('市科技局'), path: '/programmes' },
  { who: officer('市科技局'), path: '/programmes/new' },
  { who: officer('市科技局'), path: '/decisions' },
  { who: '市审计局 演示·市审计局审计员', path: '/journal' },
];

for (const { who, path } of pages)
  test(`${path}：axe 没有严重问题，375 px 宽不横向滚动`, async () => {
    const page = await open({ path: '/sign-in' });
    await enter(page, who, path);
    await expectFit(page);
  });

test('手机上的项目表单：措施名称再长也不出格，谁承担、谁垫付写成话', async () => {
  const page = await open({ path: '/sign-in', width: 375 });
  await enter(page, officer('市科技局'), '/programmes/demo-rd-subsidy/edit');
  await page.getByText('研发投入补助·科技型中小规模 · 强化', { exact: false }).waitFor();
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await page.locator('output').allInnerTexts()).toEqual([
    '属地（各件所在的区县）',
    '市级',
    '属地（各件所在的区县）',
  ]);
});

test('企业对档案里的一项事实提出异议，档案和列表都标出来', async () => {
  const page = await open({ path: '/sign-in' });
  const name = '演示企业戊（杭州）有限公司';
  await enter(page, `${name} ${name}办事员`, '/enterprise-facts');
  await page.getByRole('button', { name: '对“年度研发投入”提出异议' }).first().click();
  await page.getByLabel('哪里不对、依据是什么').fill('与审计报告不一致');
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByRole('cell').getByText('有异议').waitFor();
  await page.getByText('待答复').waitFor();
  await expectFit(page);
});

test('没有登录的人打开办件，先登录再回来', async () => {
  const page = await open({ path: '/publicity' });
  await expectFit(page);
  await page.goto(new URL('/programmes', inject('site')).toString());
  await page.getByText('请先登录').waitFor();
  await page.locator('main').getByRole('link', { name: '登录' }).click();
  await page.getByRole('button', { name: `以“${officer('市科技局')}”登录` }).click();
  await page.waitForURL((url) => url.pathname === '/programmes');
});
