import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { findings } from './axe-findings.ts';

/** Signs in by one click and goes to a page. */
export async function enter(page: Page, name: string, path: string): Promise<void> {
  const address = new URL('/sign-in', inject('site'));
  address.searchParams.set('next', path);
  await page.goto(address.toString());
  await page.getByRole('button', { name: `以“${name}”登录`, exact: true }).click();
  await page.waitForURL((url) => url.pathname === path);
  await settled(page);
}

/** Waits until nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
}

/** Nothing serious for those who use aids, nothing wider than a phone. */
export async function expectFit(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 900 });
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
