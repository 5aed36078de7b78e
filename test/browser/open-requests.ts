import type { Page, Request } from 'playwright-core';

const openOf = new WeakMap<Page, Set<Request>>();

/** Follows what a page asks for, from before it is opened. */
export function followRequests(page: Page): void {
  const open = new Set<Request>();
  openOf.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Whether a page that is followed waits for an answer. */
export function isAsking(page: Page): boolean {
  return (openOf.get(page)?.size ?? 0) > 0;
}

/** Waits until a page that is followed has its answers. */
export async function answered(page: Page): Promise<void> {
  const interval = 20;
  while (isAsking(page)) await page.waitForTimeout(interval);
}
