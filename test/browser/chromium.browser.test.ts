import { expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

test('Chromium 有中文字体，能显示“落地”', async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(
      '<p style="font: 20px sans-serif"><span id="a">落</span><span id="b">地</span></p>',
    );
    // A missing glyph is drawn as a box of another width; a CJK font draws every character one em wide.
    expect(await page.locator('#a').evaluate((e) => e.getBoundingClientRect().width)).toBe(20);
    expect(await page.locator('#b').textContent()).toBe('地');
  } finally {
    await browser.close();
  }
});
