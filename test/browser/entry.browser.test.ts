import { expect, test } from 'vitest';
import { browserOfTests, card, researchFacts, researchSubsidy } from './site.ts';

const { open } = browserOfTests();

const faultyMoney = [
  { name: '不是数', text: '三千多万', fault: '值 “三千多万” 读不懂' },
  { name: '单位不对', text: '3000家', fault: '单位不对' },
  { name: '负数', text: '-5', fault: '是负数' },
];
for (const c of faultyMoney)
  test(`金额写错（${c.name}）：就地说明，原有的值和写下的字都不丢`, async () => {
    const page = await open({ facts: researchFacts });
    const before = page.url();
    await page.locator('button[data-fact="年度研发投入"]').click();
    const field = page.getByRole('textbox', { name: '年度研发投入', exact: true });
    await field.fill(c.text);
    await page.keyboard.press('Tab');
    await page.getByRole('alert').getByText(c.fault).waitFor();
    expect(await field.inputValue()).toBe(c.text);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('heading', { name: '企业情况' }).click();
    expect(await field.inputValue()).toBe(c.text);
    expect(page.url()).toBe(before);
    await field.fill('3100');
    await page.keyboard.press('Enter');
    await card(page, researchSubsidy).getByText('最高 30万元', { exact: true }).waitFor();
  });

test('日期写错：就地说明，答案仍按原来的日期', async () => {
  const page = await open({ facts: researchFacts });
  const before = page.url();
  const field = page.getByRole('textbox', { name: '截至日期' });
  await field.fill('2026-02-30');
  await page.keyboard.press('Enter');
  await page.getByText('请写成 2026-06-01 这样的日期').waitFor();
  expect(page.url()).toBe(before);
  expect(await field.inputValue()).toBe('2026-02-30');
});

test('链接里读不懂的事实逐个说明，读得懂的照算', async () => {
  const page = await open({ facts: { ...researchFacts, 研发投人: '1元', 所在区: '东湖' } });
  const note = page.getByRole('alert').filter({ hasText: '链接里有读不懂的事实' });
  await note.getByText('研发投人').waitFor();
  await note.getByText('所在区').waitFor();
  await card(page, researchSubsidy).getByText('最高 25万元', { exact: true }).waitFor();
});

test('几个科研项目在“全部事实”里逐项填写，金额逐项相加', async () => {
  const measure = 'hz-sci-tech-enterprise-2024/国家和省重点科研任务补助';
  const project = { 国家或省重点科研任务: '是', 国家和省补助资金实际到账额: '400万元' };
  const page = await open({ facts: { 科研项目: [project] } });
  await card(page, measure).getByText('100万元', { exact: true }).waitFor();
  await page.locator('[data-testid="all-facts"]:visible').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: '按名称、定义查找' }).fill('科研任务');
  await drawer.getByRole('button', { name: '添加一项科研项目' }).click();
  const second = drawer.getByRole('group', { name: '科研项目 2' });
  await second.locator('button[data-fact="国家或省重点科研任务"]').click();
  await second.getByText('是', { exact: true }).click();
  await drawer.getByRole('textbox', { name: '按名称、定义查找' }).fill('到账额');
  await second.locator('button[data-fact="国家和省补助资金实际到账额"]').click();
  await second.getByRole('textbox').fill('80万元');
  await page.keyboard.press('Enter');
  await drawer.getByRole('button', { name: '完成' }).click();
  await card(page, measure).getByText('120万元', { exact: true }).waitFor();
  await card(page, measure).getByText('科研项目2: 符合 20万元').waitFor();
});
