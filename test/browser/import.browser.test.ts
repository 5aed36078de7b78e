import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings } from './axe-findings.ts';
import { browserOfTests } from './site.ts';

const { open } = browserOfTests();

const text = `某某市人民政府办公室关于支持企业成长的通知

某政办发〔2026〕7号

各县（市、区）人民政府，市政府各部门：

为支持企业成长，现将有关事项通知如下：

一、对首次上规的企业给予最高20万元奖励。
二、年度研发投入超过500万元的企业，按新增部分的10%给予补助。

本通知自2026年3月1日起施行，有效期2年，由市经信局负责牵头组织实施。

某某市人民政府办公室
2026年2月20日
某某市工业用地管理办法

第一条 为了规范工业用地管理，制定本办法。
第二条 工业用地亩均税收不低于40万元。
第三条 本办法自公布之日起30日后施行。
`;

async function choose(page: Page, name: string, content: string): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /选择文件|Choose a file/u }).press('Enter');
  await (await chosen).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

test('只用键盘选一个文件：认出两份，日期旁边是原文，数字标出，政策文件可以下载', async () => {
  const page = await open({ path: '/import' });
  await choose(page, '两份.txt', text);
  await page.getByRole('heading', { name: '认出 2 份文件' }).waitFor();
  const first = page.getByRole('article', { name: '关于支持企业成长的通知' });
  await first.getByText('“自2026年3月1日起施行”').waitFor();
  await first.getByText('2028-02-29').waitFor();
  await first.getByText('某政办发〔2026〕7号').first().waitFor();
  await first.locator('summary').filter({ hasText: '二、' }).press('Enter');
  expect(await first.locator('mark:visible').allTextContents()).toEqual(['500万元', '10%']);
  const download = page.waitForEvent('download');
  await first.getByRole('button', { name: '下载政策文件' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^imported-2026-[0-9a-f]{8}\.policy\.md$/u);
});

test('不能导入的文件：说明原因和办法，可以马上换一个', async () => {
  const page = await open({ path: '/import', language: 'en' });
  page.removeAllListeners('console');
  await choose(page, 'nothing.txt', '');
  await page.getByText('the file is empty').waitFor();
  await page.getByText('choose a file that has text in it').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
});

for (const width of [375, 1280])
  test(`认出的内容在 ${width} px 宽：axe 没有严重问题，不横向滚动`, async () => {
    const page = await open({ path: '/import', width });
    await choose(page, '两份.txt', text);
    await page.getByRole('heading', { name: '认出 2 份文件' }).waitFor();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(await findings(page)).toEqual([]);
  });
