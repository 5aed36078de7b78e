import { expect, test } from 'vitest';
import { browserOfTests, card, researchFacts, researchSubsidy, workday } from './site.ts';
import type { Page } from 'playwright-core';

const { open, openElsewhere } = browserOfTests();

async function chooseTruth(page: Page, fact: string, answer: string): Promise<void> {
  await page.locator(`button[data-fact="${fact}"]`).click();
  await page.getByRole('radiogroup', { name: fact }).getByText(answer, { exact: true }).click();
}

async function write(page: Page, fact: string, text: string): Promise<void> {
  await page.locator(`button[data-fact="${fact}"]:visible`).first().click();
  await page.getByRole('textbox', { name: fact, exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

test('填四个事实，研发投入补助最高 25万元，算式和原文都在卡片上', async () => {
  const page = await open({});
  await chooseTruth(page, '高新技术企业', '是');
  await chooseTruth(page, '经营规模符合科技型中小企业标准', '是');
  await write(page, '年度研发投入', '3000');
  await page.getByRole('button', { name: /^全部事实/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: '按名称、定义查找' }).fill('年度研发投入');
  await write(page, '上年(年度研发投入)', '2500万元');
  await drawer.getByRole('button', { name: '完成' }).click();
  const subsidy = card(page, researchSubsidy);
  await subsidy.getByText('最高 25万元', { exact: true }).waitFor();
  expect(await subsidy.getAttribute('data-group')).toBe('upTo');
  expect(await subsidy.locator('p').first().textContent()).toBe(
    '年度研发投入新增额 500万元 × 不超过 5%，封顶 200万元 = 最高 25万元',
  );
  await subsidy.locator('summary').first().click();
  await subsidy.locator('blockquote', { hasText: '按不超过新增额5%给予补助' }).waitFor();
  expect(await page.getByTestId('sum-up-to').textContent()).toBe('25万元');
});

test('地址里有全部：另一个浏览器打开同一地址，答案相同', async () => {
  const page = await open({ facts: researchFacts });
  await card(page, researchSubsidy).waitFor();
  const elsewhere = await openElsewhere(page.url());
  for (const sum of ['sum-certain', 'sum-up-to', 'sum-undecided'])
    expect(await elsewhere.getByTestId(sum).textContent()).toBe(
      await page.getByTestId(sum).textContent(),
    );
  expect(await elsewhere.getByTestId('sum-up-to').textContent()).toBe('25万元');
});

test('复制的链接写明日期和规则版本', async () => {
  const page = await open({ facts: researchFacts });
  await page.getByRole('button', { name: '复制链接' }).click();
  await page.getByText('链接已复制，打开即见同样的答案').waitFor();
  const copied = new URL(
    await page
      .locator('html')
      .evaluate((html) => html.ownerDocument.defaultView.navigator.clipboard.readText()),
  );
  expect(copied.searchParams.get('date')).toBe(workday);
  expect(copied.searchParams.get('v')).toMatch(/^[0-9a-f]{12}$/);
  expect(JSON.parse(copied.searchParams.get('facts') ?? '')).toEqual(researchFacts);
});

test('后退撤销上一步', async () => {
  const page = await open({ facts: researchFacts });
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByTestId('sum-up-to').getByText('—').waitFor();
  await page.goBack();
  await page.getByTestId('sum-up-to').getByText('25万元').waitFor();
  await page.goForward();
  await page.getByTestId('sum-up-to').getByText('—').waitFor();
});

test('下一个问题：答了就换下一个，答案留在企业情况里', async () => {
  const page = await open({ facts: { 年度研发投入: '100万元' } });
  const question = page.getByTestId('next-question');
  const asked = await question.getAttribute('data-fact');
  await question.getByRole('button', { name: '否', exact: true }).click();
  await page.locator(`[data-testid="next-question"]:not([data-fact="${asked}"])`).waitFor();
  expect(await page.locator(`button[data-fact="${asked}"]`).textContent()).toBe(`${asked}否`);
});

test('“不知道”跳到下一个问题，什么也不填；可以重新问', async () => {
  const page = await open({});
  const question = page.getByTestId('next-question');
  const asked = await question.getAttribute('data-fact');
  const before = page.url();
  await question.getByRole('button', { name: '不知道' }).click();
  await page.locator(`[data-testid="next-question"]:not([data-fact="${asked}"])`).waitFor();
  expect(page.url()).toBe(before);
  await question.getByText('已跳过 1 个问题').waitFor();
  await question.getByRole('button', { name: '重新问' }).click();
  await page.locator(`[data-testid="next-question"][data-fact="${asked}"]`).waitFor();
});

test('待定的措施数与列出的一样多，展开后一项不少', async () => {
  const page = await open({ facts: researchFacts });
  const count = await page.getByTestId('sum-undecided').textContent();
  const group = page.getByRole('region', { name: '待定', exact: true });
  await group.getByRole('button', { name: /^显示其余/ }).click();
  const listed = await page.locator('[data-group="undecided"]').count();
  expect(`${listed} 项`).toBe(count);
});

test('卡片上的“还缺”展开就能填，填了就有结论', async () => {
  const { 高新技术企业: _, ...rest } = researchFacts;
  const page = await open({ facts: rest });
  const undecided = page.getByRole('region', { name: '待定', exact: true });
  await undecided.getByRole('button', { name: /^显示其余/ }).click();
  const subsidy = undecided.locator(`[data-measure="${researchSubsidy}"]`);
  await subsidy.locator('summary', { hasText: '还缺' }).first().click();
  const group = subsidy.getByRole('radiogroup', { name: '高新技术企业' });
  await group.getByText('是', { exact: true }).click();
  await page.locator(`[data-measure="${researchSubsidy}"][data-group="upTo"]`).waitFor();
});

test('示例企业一按就有答案，地址带上它的日期', async () => {
  const page = await open({ date: '2026-11-21' });
  await page.getByRole('button', { name: '示例企业甲（软件）' }).click();
  await page.locator('[data-testid="sum-up-to"]:not(:text-is("—"))').waitFor();
  const url = new URL(page.url());
  expect(url.searchParams.get('date')).toBe('2026-06-01');
  expect(await page.locator('[data-group="upTo"]').count()).toBeGreaterThan(1);
});

test('改日期改变一切：文件施行前一天没有研发投入补助', async () => {
  const page = await open({ facts: researchFacts, date: '2024-01-23' });
  await page.locator(`[data-measure="${researchSubsidy}"][data-group="upTo"]`).waitFor();
  await page.getByRole('textbox', { name: '截至日期' }).fill('2024-01-22');
  await page.keyboard.press('Enter');
  await page.getByTestId('sum-up-to').getByText('—').waitFor();
  expect(await card(page, researchSubsidy).count()).toBe(0);
  await page.getByRole('button', { name: /^不在有效期内/ }).click();
  await page
    .getByRole('region', { name: '不在有效期内' })
    .getByRole('button', { name: /^显示其余/ })
    .click();
  await card(page, researchSubsidy).getByText('自 2024-01-23 起').waitFor();
});

test('导出的 Excel 是工作簿，文件名带日期', async () => {
  const page = await open({ facts: researchFacts });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`luodi-${workday}.xlsx`);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
});
