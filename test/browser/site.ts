import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import { followRequests } from './open-requests.ts';

export type Facts = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

export interface View {
  readonly path?: string;
  readonly facts?: Facts;
  readonly date?: string;
  readonly language?: 'zh' | 'en';
  readonly width?: number;
}

/** A day within the validity of most documents, so that the tests say the same on every day. */
export const workday = '2026-06-01';

/** What the R&D subsidy hangs on: 500万元 more than the year before, 5% of which is 25万元. */
export const researchFacts: Facts = {
  高新技术企业: '是',
  经营规模符合科技型中小企业标准: '是',
  年度研发投入: '3000万元',
  '上年(年度研发投入)': '2500万元',
};
export const researchSubsidy = 'hz-sci-tech-enterprise-2024/研发投入补助·科技型中小规模';

function addressOf({ path = '/', facts, date = workday, language = 'zh' }: View): string {
  const url = new URL(path, inject('site'));
  url.searchParams.set('date', date);
  if (language === 'en') url.searchParams.set('lang', 'en');
  if (facts !== undefined) url.searchParams.set('facts', JSON.stringify(facts));
  return url.toString();
}

/** The card of a measure. */
export function card(page: Page, measure: string): Locator {
  return page.locator(`[data-measure="${measure}"]`);
}

/** One browser a file, one fresh context a test; what the console complains of fails the test. */
export function browserOfTests(): {
  /** Opens a page and waits until it is there. */
  readonly open: (view: View) => Promise<Page>;
  /** Opens an address in a browser that knows nothing of the others. */
  readonly openElsewhere: (address: string) => Promise<Page>;
} {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(() => {
    complaints = [];
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    expect(complaints).toEqual([]);
  });
  const openIn = async (address: string, width: number): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    followRequests(page);
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // What the server refuses, the browser notes as well; the page says it in its own words, which the tests look at.
      if (message.text().includes('status of 422')) return;
      complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address);
    await page.locator('main :is(h1, .ant-result)').first().waitFor();
    return page;
  };
  return {
    open: (view) => openIn(addressOf(view), view.width ?? 1280),
    openElsewhere: (address) => openIn(address, 1280),
  };
}
