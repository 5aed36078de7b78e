import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe-findings.ts';
import { browserOfTests } from './site.ts';

const { open } = browserOfTests();

const source = `关于支持企业研发的若干措施
一、支持研发
（一）研发投入补助。高新技术企业年度研发投入200万元以上的，按不超过5%给予补助，最高200万元。
（二）加强服务。各有关单位要主动上门，帮助企业解决困难。`;

/** A day on which a policy written today is in force. */
const later = '2099-01-01';

function rules(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: '规则（政策文件）' }).innerText();
}

function press(page: Page, keys: string): Promise<void> {
  return keys
    .split(' ')
    .reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
}

/** Types; where a word is followed by ⇥ what is offered is taken with Tab, and → goes to the next place of a template. */
async function write(page: Page, text: string): Promise<void> {
  for (const part of text.split(/([⇥→])/)) {
    if (part === '⇥') {
      await page.locator('.cm-tooltip-autocomplete li[aria-selected]').first().waitFor();
      // The list takes no key in its first moment, lest one be meant for the text.
      await page.waitForTimeout(150);
      await page.keyboard.press('Tab');
    } else if (part === '→') await page.keyboard.press('Tab');
    else await page.keyboard.type(part);
  }
}

/** Chooses words in the rules by the editor's own search. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(words);
  await press(page, 'Shift Enter Escape');
}

/** A new draft whose clauses were made from the pasted text, with the cursor in the rules. */
async function pastedDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新写一份' }).press('Enter');
  const text = page.getByRole('textbox', { name: '政策原文' });
  await text.waitFor();
  await page
    .locator('html')
    .evaluate(
      (html, words) => html.ownerDocument.defaultView.navigator.clipboard.writeText(words),
      source,
    );
  await text.press('Control+v');
  await press(page, 'Tab Enter');
  await page.locator('.cm-content:focus').waitFor();
  await expect.poll(() => rules(page)).toContain('## （一）研发投入补助 〔3〕');
}

/** Writes the measure of the first clause under its quotation, with a fact misspelt. */
async function writeMeasure(page: Page): Promise<void> {
  await find(page, '给予补助，最高200万元。');
  await press(page, 'ArrowDown ArrowDown Enter');
  await write(page, '政⇥研发补助→R&D subsidy→Up to 5% of annual R&D spending.→');
  await write(page, '研发投入补⇥→高新技术企页');
  await press(page, 'Escape Enter');
  await write(page, '年度研发投⇥ 在 200万⇥ 以⇥');
  await find(page, '给: 200万元');
  await write(page, '给: 最高 年度研发投入 × 5%');
  await press(page, 'Enter');
  await write(page, '封顶: 200万元');
}

test('只用键盘从原文写出运行的规则：粘贴、补全、改错、用例通过、预览、重新打开、下载', async () => {
  const page = await open({ path: '/editor', date: later });
  await pastedDraft(page);
  await writeMeasure(page);

  await page.getByText('没有“高新技术企页”这个事实').first().waitFor();
  await press(page, 'Shift+F8 Control+.');
  await expect.poll(() => rules(page)).toContain('- 高新技术企业\n');

  await find(page, '责任: [市科技局]');
  await press(page, 'ArrowDown ArrowDown End Enter Enter');
  await write(page, '用⇥刚好200万元→高新技术企⇥是, 年度研发投⇥200万元→最高 10万元');
  await page.getByRole('tab', { name: '用例 1/1' }).waitFor();

  await find(page, '帮助企业解决困难。');
  await press(page, 'ArrowRight Control+.');
  await page.getByRole('tab', { name: '问题' }).waitFor();

  // Esc, then Tab leaves the editor; the results are the next stop but one.
  await page.getByRole('tab', { name: '用例 1/1' }).focus();
  await press(page, 'Enter');
  await page.getByTestId('examples-passed').getByText('1/1 通过').waitFor();
  await press(page, 'ArrowRight Enter');
  const card = page.getByRole('article', { name: '研发补助' });
  await card.getByText('待定').waitFor();
  await page.getByRole('textbox', { name: '年度研发投入', exact: true }).focus();
  await page.keyboard.type('3000');
  await press(page, 'Enter');
  const truth = page.getByRole('radiogroup', { name: '高新技术企业' });
  await truth.locator('input:checked').focus();
  await press(page, 'ArrowRight');
  await card.getByText('最高 150万元', { exact: true }).waitFor();

  await page.reload();
  await page.getByRole('tab', { name: '用例 1/1' }).waitFor();
  expect(await rules(page)).toContain('    - 高新技术企业\n    - 年度研发投入 在 200万元 以上\n');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载规则' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('new-policy.policy.md');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).toString('utf8')).toContain(
    '  给: 最高 年度研发投入 × 5%\n  封顶: 200万元',
  );
});

test('库里没有的事实就地声明，写进词汇，规则马上读得懂', async () => {
  const page = await open({ path: '/editor', date: later });
  await pastedDraft(page);
  await writeMeasure(page);
  await page.getByRole('button', { name: '声明为是否' }).click();
  await page.getByText('没有“高新技术企页”这个事实').first().waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: '词汇' }).click();
  const vocabulary = page.getByRole('textbox', { name: '词汇（新的事实和事项）' });
  expect(await vocabulary.innerText()).toContain('高新技术企页:');
  await page.getByRole('button', { name: '下载词汇' }).waitFor();
});

test('提出还缺的用例，加进文件后等作者填结果', async () => {
  const page = await open({ path: '/editor', date: later });
  await pastedDraft(page);
  await writeMeasure(page);
  await page.getByRole('button', { name: '改成“高新技术企业”' }).click();
  await page.getByRole('tab', { name: /^用例/ }).click();
  const missing = page.getByRole('region', { name: '还缺的用例 研发补助' });
  await missing.getByText('最高 10万元').waitFor();
  await missing.getByRole('button', { name: '全部加进用例' }).click();
  await expect.poll(() => rules(page)).toContain('得:  # 照原文填；规则现在算得：最高 10万元');
  await page.locator('.cm-content:focus').waitFor();
  await page.keyboard.type('最高 10万元');
  await page.getByRole('tab', { name: '用例 1/1' }).waitFor();
});

test('Esc 之后 Tab 离开编辑框；只按 Tab 是缩进', async () => {
  const page = await open({ path: '/editor?document=hz-upscale-2024' });
  const editor = page.getByRole('textbox', { name: '规则（政策文件）' });
  await editor.focus();
  await press(page, 'Tab');
  expect((await rules(page)).startsWith('  ---')).toBe(true);
  await press(page, 'Escape Tab');
  expect(await editor.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(
    false,
  );
});

test('库里的文件在文件页打开，用例全部运行，改动只在草稿里', async () => {
  const page = await open({ path: '/documents/hz-upscale-2024' });
  await page.getByRole('link', { name: '在编辑器中打开' }).click();
  await page.getByRole('tab', { name: /^用例 (\d+)\/\1$/ }).waitFor();
  await page.getByRole('textbox', { name: '规则（政策文件）' }).focus();
  await press(page, 'Control+Home');
  await page.keyboard.type('改');
  await page.getByRole('button', { name: '改回库里的文字' }).click();
  await expect.poll(() => rules(page)).toMatch(/^---\n编号: hz-upscale-2024\n/);
  await page.getByRole('tab', { name: /^用例 (\d+)\/\1$/ }).waitFor();
});

test('打开的文件成为草稿；删掉的草稿可以撤销', async () => {
  const page = await open({ path: '/editor' });
  const text = '---\n编号: from-file\n标题: 从文件来\n---\n';
  const file = {
    name: 'from-file.policy.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(text),
  };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: '从文件来' }).waitFor();
  await page.getByRole('link', { name: '全部草稿' }).click();
  await page.getByRole('button', { name: '删除草稿：从文件来' }).click();
  await page.getByText('还没有草稿。').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('link', { name: '从文件来' }).waitFor();
});

for (const language of ['zh', 'en'] as const)
  describe(language === 'zh' ? '中文' : '英文', () => {
    const panels =
      language === 'zh'
        ? ['用例', '预览', '问题', '说明']
        : ['Examples', 'Preview', 'Problems', 'Guide'];
    test('axe 没有严重问题，375 px 宽不横向滚动', async () => {
      const page = await open({ path: '/editor', language, width: 375 });
      expect(await findings(page)).toEqual([]);
      const opened = await open({ path: '/editor?document=hz-upscale-2024', language, width: 375 });
      for (const name of panels) {
        await opened.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
        expect(
          await opened.locator('html').evaluate((html) => html.scrollWidth),
        ).toBeLessThanOrEqual(375);
        expect(await findings(opened)).toEqual([]);
      }
      await opened.setViewportSize({ width: 1280, height: 900 });
      expect(await findings(opened)).toEqual([]);
    });
  });
