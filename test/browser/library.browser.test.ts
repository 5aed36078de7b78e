import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserOfTests } from './site.ts';

const { open } = browserOfTests();

function rows(page: Page) {
  return page.locator('tbody tr.ant-table-row');
}

test('政策库：按状态和标题筛选，条件在地址里，没有符合的就说没有', async () => {
  const page = await open({ path: '/documents' });
  await rows(page).first().waitFor();
  const all = await rows(page).count();
  await page.getByRole('combobox', { name: '文件状态' }).click();
  await page.getByTitle('征求意见稿').click();
  await page.waitForURL(/status=draft/);
  await page.getByText(`1 / ${all} 份文件`).waitFor();
  expect(await rows(page).count()).toBe(1);
  await rows(page).getByText('不具效力', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: '按标题、单位筛选' }).fill('没有这份文件');
  await page.getByText('没有符合的。放宽筛选条件再试。').waitFor();
  await page.getByText(`0 / ${all} 份文件`).waitFor();
});

test('政策库：三十天内到期的列在最上面，到期后一天不再列', async () => {
  const page = await open({ path: '/documents', date: '2026-12-31' });
  const watch = page.locator('main .ant-alert');
  await watch.getByRole('link', { name: '支持小型微型工业企业上规提质发展的若干措施' }).waitFor();
  await watch.getByText('今天到期').first().waitFor();
  const after = await open({ path: '/documents', date: '2027-01-01' });
  await rows(after).first().waitFor();
  expect(await after.locator('main .ant-alert').count()).toBe(0);
});

test('政策库：时间线列出同样多的文件', async () => {
  const page = await open({ path: '/documents' });
  await rows(page).first().waitFor();
  const all = await rows(page).count();
  await page.getByText('时间线', { exact: true }).click();
  const lines = page.getByRole('region', { name: '时间线' }).getByRole('listitem');
  await lines.first().waitFor();
  expect(await lines.count()).toBe(all);
});

test('文件页：草案通到差异，覆盖的数字通到覆盖页，没写到的数字有记号', async () => {
  const page = await open({ path: '/documents/hz-producer-services-draft' });
  await page.getByRole('link', { name: /对照差异/ }).click();
  await page.waitForURL(/earlier=hz-producer-services-draft&later=hz-producer-services-2024/);
  const loose = await open({ path: '/documents/hz-5g-2019' });
  await loose.locator('.loose-figure').first().waitFor();
  await loose.getByRole('link', { name: '看覆盖' }).click();
  await loose.getByRole('heading', { name: /^规则没有写到的数字 \d+ 个$/ }).waitFor();
});

test('文件页：Alt 加方向键逐条走', async () => {
  const page = await open({ path: '/documents/hz-upscale-2024' });
  await page.locator('section[tabindex="-1"] h2').first().waitFor();
  const focused = () => page.locator(':focus h2').textContent();
  await page.keyboard.press('Alt+ArrowDown');
  const first = await focused();
  await page.keyboard.press('Alt+ArrowDown');
  const second = await focused();
  expect(second).not.toBe(first);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await focused()).toBe(first);
});

test('事项：各文件的措施并排，写明只能享受一项和依据的原文', async () => {
  const page = await open({ path: '/matters?several=1' });
  await page.getByRole('textbox', { name: '按名称筛选' }).fill('研发投入');
  await page.getByRole('link', { name: '研发投入补助' }).click();
  await page.getByRole('heading', { name: '研发投入补助', level: 1 }).waitFor();
  expect(await page.locator('article').count()).toBe(6);
  await page.getByText('以下 6 项只能享受一项').waitFor();
  await page.locator('blockquote', { hasText: '从优、就高、不重复' }).first().waitFor();
});

test('部门：分任务、指标，按文件分组；导出的是工作簿', async () => {
  const page = await open({ path: '/departments' });
  await page.getByRole('textbox', { name: '按名称筛选' }).fill('市科技局');
  await page.getByRole('link', { name: '市科技局', exact: true }).click();
  await page.getByText(/^任务 \d+$/).click();
  await page.waitForURL(/part=tasks/);
  // By keyboard: the list that opens under the pointer is placed only after its first drawing.
  const role = page.getByRole('combobox', { name: '分工' });
  await role.press('Enter');
  await page.locator('.ant-select-item-option-active', { hasText: '牵头' }).waitFor();
  await role.press('Enter');
  await page.waitForURL(/role=leads/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('luodi-市科技局.xlsx');
});

test('部门：抽查有分工、对象，链接到条款', async () => {
  const page = await open({ path: '/departments/市市场监管局?part=inspections&role=leads' });
  const item = page.locator('main li', { hasText: '牵头' }).first();
  await item.getByText('对象', { exact: true }).waitFor();
  await item.getByRole('link').click();
  await page.waitForURL(/\/documents\//);
});

test('差异：默认是草案与正式文件；增删不只靠颜色；可看未改的条款', async () => {
  const page = await open({ path: '/differences' });
  await page.locator('ins').first().waitFor();
  const line = (tag: string) =>
    page
      .locator(tag)
      .first()
      .evaluate((node) => node.ownerDocument.defaultView.getComputedStyle(node).textDecorationLine);
  expect(await line('ins')).toBe('underline');
  expect(await line('del')).toBe('line-through');
  await page.locator('#rules td[data-side="原文件"] del').first().waitFor();
  await page.locator('#rules td[data-side="新文件"] ins').first().waitFor();
  const changed = await page.locator('#clauses article').count();
  await page.getByRole('switch').click();
  await page.waitForURL(/all=1/);
  expect(await page.locator('#clauses article').count()).toBeGreaterThanOrEqual(changed);
  await page.getByRole('button', { name: '对调' }).click();
  await page.waitForURL(/earlier=hz-producer-services-2024/);
});

test('覆盖：不执行的按理由归类，每处通到条款', async () => {
  const page = await open({ path: '/coverage/hz-upscale-2024' });
  const [reason] = await page.locator('details summary').all();
  await reason!.click();
  const clause = page.locator('details[open] a').first();
  const heading = await clause.textContent();
  await clause.click();
  await page.waitForURL(/\/documents\/hz-upscale-2024/);
  await page
    .getByRole('heading', { name: heading ?? '' })
    .first()
    .waitFor();
});

test('搜索：⌘K 通到全部结果，词语有标记，链接到条款；筛选在地址里', async () => {
  const page = await open({ path: '/facts' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('研发投入');
  await page.getByRole('link', { name: '在全部条款里搜“研发投入”' }).click();
  await page.waitForURL(/\/search\?/);
  await page.locator('mark').first().waitFor();
  for (const text of await page.locator('mark').allTextContents()) expect(text).toBe('研发投入');
  await page.getByRole('textbox', { name: '金额至少' }).fill('1000');
  await page.keyboard.press('Enter');
  await page.waitForURL(/least=1000%E4%B8%87%E5%85%83/);
  await page.locator('ol a').first().click();
  await page.waitForURL(/\/documents\/[a-z0-9-]+\?.*#/);
});

test('搜索：没有的词说没有', async () => {
  const page = await open({ path: '/search?q=没有这样的字' });
  await page.getByText('没有找到。换一个说法，或减少筛选条件。').waitFor();
});
