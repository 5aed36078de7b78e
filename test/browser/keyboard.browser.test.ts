import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserOfTests, card, researchFacts, researchSubsidy } from './site.ts';

const { open } = browserOfTests();

interface Stop {
  readonly text: string;
  readonly visible: boolean;
  readonly outlined: boolean;
}

/** What has the focus: its words, whether it is on the page, and whether one sees that it has it. */
function stopOf(page: Page): Promise<Stop> {
  return page.locator('html').evaluate((html) => {
    const { activeElement, body, defaultView } = html.ownerDocument;
    const at = activeElement ?? body;
    const marked = [at, at.closest('label, .ant-input-affix-wrapper, .ant-select') ?? at];
    return {
      text: at === body ? '' : `${at.tagName} ${at.id} ${at.textContent} ${at.ariaLabel}`,
      visible: at.getClientRects().length > 0,
      outlined: marked.some((each) => {
        const { outlineStyle, boxShadow, borderColor } = defaultView.getComputedStyle(each);
        return (
          outlineStyle !== 'none' || boxShadow !== 'none' || borderColor === 'rgb(31, 78, 140)'
        );
      }),
    };
  });
}

async function tabTo(page: Page, wanted: (stop: Stop) => boolean): Promise<void> {
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    if (wanted(await stopOf(page))) return;
  }
  throw new Error('the keyboard does not get there in 150 steps');
}

test('Tab 走完找政策：每一站看得见，没有走不出去的地方', async () => {
  const page = await open({ facts: researchFacts });
  const stops: Stop[] = [];
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (stop.text === '') break;
    stops.push(stop);
  }
  expect(stops.length).toBeLessThan(400);
  expect(stops.filter((stop) => !stop.visible || !stop.outlined)).toEqual([]);
  const all = stops.map((stop) => stop.text).join('\n');
  for (const words of [
    '跳到正文',
    '搜索',
    '不知道',
    '年度研发投入',
    '全部事实',
    '导出 Excel',
    '不在有效期内',
  ])
    expect(all).toContain(words);
});

test('只用键盘答题：答完焦点到下一个问题', async () => {
  const page = await open({ facts: { 年度研发投入: '100万元' } });
  const asked = await page.getByTestId('next-question').getAttribute('data-fact');
  await tabTo(page, (stop) => stop.text.startsWith('BUTTON  否'));
  await page.keyboard.press('Enter');
  await page.locator(`[data-testid="next-question"]:not([data-fact="${asked}"])`).waitFor();
  await page.locator('[data-testid="next-question"] :focus').waitFor();
});

test('只用键盘改一个数：回车存下，焦点回到那一行', async () => {
  const page = await open({ facts: researchFacts });
  await tabTo(page, (stop) => stop.text.startsWith('BUTTON  年度研发投入3000万元'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3100');
  await page.keyboard.press('Enter');
  await card(page, researchSubsidy).getByText('最高 30万元', { exact: true }).waitFor();
  await page.locator('button[data-fact="年度研发投入"]:focus').waitFor();
});

test('“全部事实”用 Esc 关上，焦点回到打开它的按钮', async () => {
  const page = await open({});
  await tabTo(page, (stop) => stop.text.includes('全部事实'));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page
    .locator('[role="dialog"] :focus, [role="dialog"]:focus, .ant-drawer :focus')
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('[data-testid="all-facts"]:focus').waitFor();
});

test('Ctrl K 搜到条款，回车打开文件并停在那一条', async () => {
  const page = await open({ path: '/facts' });
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('企业研发投入补助');
  await dialog.getByText('一、（二）企业研发投入补助').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\/hz-sci-tech-enterprise-2024/);
  const heading = page.getByRole('heading', { name: '一、（二）企业研发投入补助' });
  await heading.waitFor();
  // The clause comes to stand just under the bar.
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeGreaterThanOrEqual(48);
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(200);
});
