import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserOfTests, researchFacts } from './site.ts';
import type { View } from './site.ts';

const { open } = browserOfTests();

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly target: string;
}

/** What axe-core finds serious or critical. */
async function findings(page: Page): Promise<readonly Finding[]> {
  // The page allows no inline scripts, and should not; the checker comes in by the debugger instead.
  await page.evaluate(axe.source);
  const { violations }: AxeResults = await page
    .locator('html')
    .evaluate((html) =>
      html.ownerDocument.defaultView.axe.run(html, { resultTypes: ['violations'] }),
    );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target }) => ({ id, impact: String(impact), target: target.join(' ') })),
    );
}

const views: readonly (View & { readonly name: string })[] = [
  { name: '找政策，什么都没填', path: '/' },
  { name: '找政策，填了几项', path: '/', facts: researchFacts },
  { name: '政策库', path: '/documents' },
  { name: '一份文件', path: '/documents/hz-upscale-2024' },
  { name: '事实词典', path: '/facts' },
  { name: '没有的页面', path: '/nowhere' },
];

for (const language of ['zh', 'en'] as const)
  describe(language === 'zh' ? '中文' : '英文', () => {
    for (const { name, ...view } of views)
      test(`${name}：axe 没有严重问题，375 px 宽不横向滚动`, async () => {
        const page = await open({ ...view, language, width: 375 });
        expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(
          375,
        );
        expect(await findings(page)).toEqual([]);
        await page.setViewportSize({ width: 1280, height: 900 });
        expect(await findings(page)).toEqual([]);
      });

    test('打开的“全部事实”：axe 没有严重问题', async () => {
      const page = await open({ facts: researchFacts, language });
      await page.locator('[data-testid="all-facts"]:visible').click();
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });

test('英文界面除原文、单位名和文件出处外没有汉字', async () => {
  const page = await open({ facts: researchFacts, language: 'en' });
  const chinese = await page.locator('body').evaluate((body) => {
    const walker = body.ownerDocument.createTreeWalker(body, 4 /* text */);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (/\p{Script=Han}/u.test(node.textContent) && !node.parentElement.closest('[lang="zh-CN"]'))
        found.push(node.textContent);
    return found;
  });
  expect(chinese).toEqual([]);
});
