import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { findings } from './axe-findings.ts';
import { answered, isAsking } from './open-requests.ts';

/** Signs in by one click and goes to a page. */
export async function enter(page: Page, name: string, path: string): Promise<void> {
  const address = new URL('/sign-in', inject('site'));
  address.searchParams.set('next', path);
  await page.goto(address.toString());
  const identity = page.getByRole('button', { name: `以“${name}”登录`, exact: true });
  await identity.click();
  await page.waitForURL((url) => url.pathname === path);
  // The address changes before the page does: until then what is pressed is pressed on the page before.
  await identity.waitFor({ state: 'detached' });
  await settled(page);
}

/** Waits until the page is whole: nothing is asked for any more, and what came is drawn, also a part that another part brought. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  const skeletons = page.locator('.ant-skeleton');
  do {
    await answered(page);
    await skeletons.first().waitFor({ state: 'detached' });
    // What has arrived is drawn after two frames.
    await page.evaluate(
      'new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))',
    );
  } while (isAsking(page) || (await skeletons.count()) > 0);
}

/** Nothing serious for those who use aids, nothing wider than a phone. */
export async function expectFit(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 900 });
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
