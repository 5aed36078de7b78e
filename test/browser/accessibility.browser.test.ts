import { describe, expect, test } from 'vitest';
import { findings } from './axe-findings.ts';
import { browserOfTests, researchFacts } from './site.ts';
import type { View } from './site.ts';

const { open } = browserOfTests();

const views: readonly (View & { readonly name: string })[] = [
  { name: '找政策，什么都没填', path: '/' },
  { name: '找政策，填了几项', path: '/', facts: researchFacts },
  { name: '政策库', path: '/documents' },
  { name: '一份文件', path: '/documents/hz-upscale-2024' },
  { name: '导入', path: '/import' },
  { name: '政策推演', path: '/simulation' },
  { name: '政策库的时间线，有快到期的', path: '/documents?view=timeline', date: '2026-12-10' },
  { name: '事项', path: '/matters?several=1' },
  { name: '一个事项', path: '/matters/研发投入补助' },
  { name: '部门', path: '/departments' },
  { name: '一个部门的任务', path: '/departments/市科技局?part=tasks' },
  { name: '一个部门的抽查', path: '/departments/市市场监管局?part=inspections' },
  { name: '一个部门的指标', path: '/departments/市商务局?part=indicators' },
  { name: '差异', path: '/differences' },
  { name: '覆盖', path: '/coverage' },
  { name: '一份文件的覆盖', path: '/coverage/hz-upscale-2024' },
  { name: '搜索', path: '/search?q=研发投入' },
  { name: '事实词典', path: '/facts' },
  { name: '没有的页面', path: '/nowhere' },
];

for (const language of ['zh', 'en'] as const)
  describe(language === 'zh' ? '中文' : '英文', () => {
    for (const { name, ...view } of views)
      test(`${name}：axe 没有严重问题，375 px 宽不横向滚动`, async () => {
        const page = await open({ ...view, language, width: 375 });
        await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
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
