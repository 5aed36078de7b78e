import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings } from './axe-findings.ts';
import { browserOfTests, researchSubsidy } from './site.ts';

const { open, openElsewhere } = browserOfTests();

/** The synthetic city is made when the first page asks for it. */
const patience = { timeout: 110_000 };
const measurePage = `/simulation?measure=${encodeURIComponent(researchSubsidy)}`;
const changedPage = `${measurePage}&set=rate-1:6%25`;

function headline(page: Page, words: RegExp): Locator {
  return page.getByTestId('headline').filter({ hasText: words });
}

/** The line of the table of costs for one kind of sum: before, after, difference. */
async function line(page: Page, kind: string): Promise<readonly string[]> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kind }) });
  return await row.getByRole('cell').allTextContents();
}

test('只用键盘：搜到研发投入补助，把 5% 调到 6%，看到多花多少、谁受益；链接重现同样的结果', async () => {
  const page = await open({ path: '/simulation' });
  const search = page.getByRole('combobox', { name: '要调整的措施' });
  await search.press('ArrowDown');
  await search.fill('补助·科技型中小规模');
  await search.press('Enter');
  await page.getByText('按不超过新增额5%给予补助').waitFor();
  await headline(page, /^现行规则按上限算花费 .+元$/u).waitFor(patience);
  const [now] = await line(page, '最高可得');
  await page.getByRole('slider', { name: '比例 5%' }).press('ArrowRight');
  await headline(page, /^按上限算，多花 .+元，[\d,]+ 家受益$/u).waitFor(patience);
  const [before, after, difference] = await line(page, '最高可得');
  expect(before).toBe(now);
  expect(after).not.toBe(before);
  expect(difference).toMatch(/^\+.+ 多花$/u);
  expect(new URL(page.url()).searchParams.get('set')).toBe('rate-1:6%');
  const words = await page.getByTestId('headline').textContent();
  const other = await openElsewhere(page.url());
  await headline(other, /多花/u).waitFor(patience);
  expect(await other.getByTestId('headline').textContent()).toBe(words);
  expect(await other.getByRole('spinbutton', { name: '比例 5%，填数' }).inputValue()).toBe('6');
});

test('恢复后回到现行规则的花费', async () => {
  const page = await open({ path: changedPage });
  await headline(page, /多花/u).waitFor(patience);
  await page.getByRole('button', { name: '全部恢复' }).press('Enter');
  await headline(page, /^现行规则/u).waitFor(patience);
  expect(new URL(page.url()).searchParams.has('set')).toBe(false);
});

/** Where files of figures lie about, they say what they answer, and on what they are counted. */
const downloads = {
  zh: {
    button: /^下载表格/u,
    steps: '每个数动一格要花多少',
    district:
      '\uFEFF组,最高可得 · 现行（元）,最高可得 · 调整后（元）,最高可得 · 差（元）,新增（家）,多得（家）,少得（家）,退出（家）',
    subject: / · 研发投入补助·科技型中小规模 · 比例 5% → 6% · 截至 2026-06-01/u,
    basis: /合成人口推算 · 合成企业 20,000 家/u,
    figures: 8,
  },
  en: {
    button: /^Download table/u,
    steps: 'What one step of each number costs',
    district:
      '\uFEFFGroup,Up to · Now (CNY),Up to · Adjusted (CNY),Up to · Difference (CNY),Newcomers (enterprises),Get more (enterprises),Get less (enterprises),Drop out (enterprises)',
    subject: / · Rate 5% → 6% · as of 2026-06-01/u,
    basis: /^"?Synthetic population · 20,000/u,
    figures: 8,
  },
} as const;

async function downloaded(page: Page, button: Locator): Promise<readonly string[]> {
  const download = page.waitForEvent('download');
  await button.press('Enter');
  const lines = (await readFile(await (await download).path(), 'utf8')).split('\r\n');
  expect(lines.pop()).toBe('');
  return lines;
}

/** How many cells a line of a CSV file has. */
function cellsOf(line: string): number {
  return line.replaceAll(/"[^"]*"/g, '').split(',').length;
}

for (const language of ['zh', 'en'] as const)
  test(`每张图都可以下载成表（${language}）：表头、行、所答的问题和依据都在，不夹别的语言`, async () => {
    const { button, steps, district, subject, basis, figures } = downloads[language];
    const page = await open({ path: changedPage, language });
    await headline(page, /多花|more/u).waitFor(patience);
    await page.getByRole('img', { name: steps }).waitFor(patience);
    const buttons = await page.getByRole('button', { name: button }).all();
    expect(buttons.length).toBe(figures);
    const files: (readonly string[])[] = [];
    for (const each of buttons) files.push(await downloaded(page, each));
    for (const lines of files) {
      const [heading = '', ...rows] = lines.slice(0, -2);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(cellsOf)).toEqual(rows.map(() => cellsOf(heading)));
      expect(lines.at(-2)).toMatch(subject);
      expect(lines.at(-1)).toMatch(basis);
      if (language === 'en') expect(lines.join('\n')).not.toMatch(/\p{Script=Han}/u);
    }
    const [, ...rows] = files.find(([heading]) => heading === district)?.slice(0, -2) ?? [];
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows)
      expect(row).toMatch(/^[\p{L}' ]+,\d+\.\d\d,\d+\.\d\d,\d+\.\d\d,\d+,\d+,\d+,\d+$/u);
  });

test('图可以换成表', async () => {
  const page = await open({ path: changedPage });
  await headline(page, /多花/u).waitFor(patience);
  const districts = page.getByRole('region', { name: /^按区县/u });
  await districts.getByRole('img', { name: /变化最大/u }).waitFor();
  await districts.getByText('表', { exact: true }).click();
  await districts.getByRole('columnheader', { name: '调整后' }).waitFor();
});

test('填一年的预算：哪天用完，按什么假设', async () => {
  const page = await open({ path: changedPage });
  await headline(page, /多花/u).waitFor(patience);
  const budget = page.getByRole('region', { name: '预算够不够' });
  await budget.getByLabel('一年的预算').fill('很多');
  await budget.getByText('请写成“5亿元”').waitFor();
  await budget.getByLabel('一年的预算').fill('1万元');
  await budget.getByLabel('一年的预算').press('Enter');
  await budget.getByText(/假设/u).waitFor(patience);
  expect(await budget.getByRole('cell').allTextContents()).toContainEqual(
    expect.stringMatching(/^\d{4}-\d\d-\d\d 用完$/u),
  );
});

test('征求意见稿对正式稿：逐项比较，有合计', async () => {
  const page = await open({ path: '/simulation?part=compare' });
  await page.getByRole('button', { name: /^征求意见稿对正式稿/u }).press('Enter');
  const measures = page.getByRole('region', { name: '逐项比较', exact: true });
  await measures.getByRole('cell', { name: '合计' }).waitFor(patience);
  expect(await measures.getByRole('link').count()).toBeGreaterThan(1);
  expect(await page.getByTestId('headline').textContent()).toMatch(/^按上限算/u);
});

test('比较可以取消：请求断开，说明没有结果；重新推算就有', async () => {
  const page = await open({ path: '/simulation?part=compare' });
  const path = '**/api/simulation/compare';
  // Whatever is asked stays without an answer.
  await page.route(path, () => {});
  const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith('compare'));
  await page.getByRole('button', { name: /^征求意见稿对正式稿/u }).press('Enter');
  await page.getByRole('progressbar', { name: /排队/u }).waitFor(patience);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: '取消', exact: true }).press('Enter');
  await ended;
  await page.getByText('已取消，没有结果。').waitFor();
  await page.unroute(path);
  await page.getByRole('button', { name: '重新推算' }).press('Enter');
  await headline(page, /^按上限算/u).waitFor(patience);
});

for (const language of ['zh', 'en'] as const)
  for (const width of [375, 1280])
    test(`推演的结果（${language}）在 ${width} px 宽：axe 没有严重问题，不横向滚动`, async () => {
      const page = await open({ path: `${changedPage}&budget=5亿元`, language, width });
      await headline(page, /多花|more/u).waitFor(patience);
      await page.getByRole('img', { name: /^(按规模|By size)/u }).waitFor();
      await page
        .locator('.ant-skeleton')
        .first()
        .waitFor({ state: 'detached', ...patience });
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      expect(await findings(page)).toEqual([]);
    });

/** The texts and labels with Chinese in them, within the figures of the result. */
async function chineseIn(page: Page): Promise<readonly string[]> {
  const figures = page.locator('main section');
  const labelled = await figures.locator('[aria-label]').all();
  const labels = await Promise.all(labelled.map((each) => each.getAttribute('aria-label')));
  const words = [...(await figures.allTextContents()), ...labels];
  return words.flatMap((each) => (each !== null && /\p{Script=Han}/u.test(each) ? [each] : []));
}

test('英文页面上，各图各表里没有中文', async () => {
  const page = await open({ path: `${changedPage}&budget=500 million`, language: 'en' });
  await headline(page, /more/u).waitFor(patience);
  await page.getByRole('img', { name: /^By size/u }).waitFor();
  expect(await chineseIn(page)).toEqual([]);
  for (const table of await page.getByText('Table', { exact: true }).all()) await table.click();
  await page.getByRole('columnheader', { name: 'Group' }).first().waitFor();
  expect(await chineseIn(page)).toEqual([]);
});

test('贴上一份草案：说出花费；有错就说出哪一行，改好再算', async () => {
  const file = new URL(
    '../../content/hangzhou/documents/hz-sci-tech-enterprise-2024.policy.md',
    import.meta.url,
  );
  const final = await readFile(file, 'utf8');
  const raised = final
    .replace('按不超过新增额5%给予补助', '按不超过新增额6%给予补助')
    .replace('年度研发投入新增额 × 5%', '年度研发投入新增额 × 6%');
  const page = await open({ path: '/simulation?part=draft' });
  const text = page.getByRole('textbox', { name: '草案全文' });
  const ask = page.getByRole('button', { name: '推演', exact: true });
  expect(await ask.isDisabled()).toBe(true);
  await text.fill('---\n编号: 无\n---\n');
  await ask.click();
  await page.getByText('草案有要改的地方', { exact: false }).waitFor(patience);
  await page
    .getByText(/第 \d+ 行/u)
    .first()
    .waitFor();
  expect(await findings(page)).toEqual([]);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(raised)})`);
  await text.press('ControlOrMeta+a');
  await text.press('ControlOrMeta+v');
  await page.getByText('草案有要改的地方', { exact: false }).waitFor({ state: 'detached' });
  await ask.click();
  await headline(page, /^按上限算，多花 .+元，[\d,]+ 家受益$/u).waitFor(patience);
  expect(await findings(page)).toEqual([]);
});

test('草案不代替任何文件：全部是新增的，各项写明仅见于草案；点不到滑块的不给链接', async () => {
  const file = new URL(
    '../../content/hangzhou/documents/hz-sci-tech-enterprise-2024.policy.md',
    import.meta.url,
  );
  const text = await readFile(file, 'utf8');
  const page = await open({ path: '/simulation?part=draft' });
  await page
    .getByRole('textbox', { name: '草案全文' })
    .fill(text.replace('编号: hz-sci-tech-enterprise-2024', '编号: another-draft'));
  await page.getByRole('button', { name: '推演', exact: true }).click();
  await page.getByText('草案不代替任何文件').waitFor(patience);
  const measures = page.getByRole('region', { name: '逐项比较', exact: true });
  await measures.getByText('仅见于草案').first().waitFor();
  await measures.getByRole('columnheader', { name: '最高可得 · 现行' }).waitFor();
  expect(await measures.getByRole('link').count()).toBe(0);
});
