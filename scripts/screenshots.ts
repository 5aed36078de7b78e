/**
 * Pictures of every page for the eye: three widths, both languages, empty, typical and overfull.
 *
 *     npm start                                  # in another terminal
 *     npx tsx scripts/screenshots.ts [--url http://127.0.0.1:8080] [--only 'finder-.*-en-375'] [--out test-artifacts/screenshots]
 *
 * Also prints what the browser's console said. The folder is not part of the repository.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { samplesResponse } from '@luodi/server/contract';
import type { Page } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: 'test-artifacts/screenshots' },
  },
});

const widths = [375, 768, 1440];
const languages = ['zh', 'en'] as const;
/** A full page of a hundred cards is no picture that anybody looks at. */
const tallest = 4200;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly facts?: object;
  readonly date?: string | undefined;
  readonly prepare?: (page: Page) => Promise<void>;
  readonly print?: boolean;
  /** Only what the window shows, as with an open dialog. */
  readonly window?: boolean;
}

/** Opens one of the panels beside the editor: examples, preview, problems, guide. */
function editorPanel(index: number): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('tablist').last().getByRole('tab').nth(index).click();
    await page.locator('.cm-content .tok-key').first().waitFor();
  };
}

const libraryShots: readonly Shot[] = [
  { name: 'library-expiring', path: '/documents', date: '2026-12-10' },
  { name: 'library-timeline', path: '/documents?view=timeline' },
  { name: 'matters', path: '/matters?several=1' },
  { name: 'matter', path: '/matters/研发投入补助' },
  { name: 'departments', path: '/departments', window: true },
  { name: 'department', path: '/departments/市科技局' },
  { name: 'department-tasks', path: '/departments/市商务局?part=tasks' },
  { name: 'department-indicators', path: '/departments/市商务局?part=indicators' },
  { name: 'differences', path: '/differences' },
  { name: 'coverage', path: '/coverage' },
  { name: 'coverage-document', path: '/coverage/hz-high-quality-2025' },
  { name: 'search-empty', path: '/search', window: true },
  { name: 'search-hits', path: '/search?q=研发投入 补助' },
  { name: 'search-nothing', path: '/search?q=没有这样的字', window: true },
];

async function shots(): Promise<readonly Shot[]> {
  const answer = await fetch(new URL('/api/samples', options.url));
  const samples = samplesResponse.parse(await answer.json());
  const [typical] = samples.filter((sample) => sample.id === 'software');
  if (typical === undefined) throw new Error('the sample “software” is missing');
  const everything: Record<string, unknown> = {};
  for (const sample of samples) Object.assign(everything, sample.facts);
  const overfull = {
    ...everything,
    年度研发投入: '9876543.21万元',
    '上年(年度研发投入)': '1234567.89万元',
    年度实际技术交易额: '12345.67亿元',
  };
  const { facts, date } = typical;
  const finder = { path: '/', facts, date };
  const document = '/documents/hz-sci-tech-enterprise-2024';
  return [
    { name: 'finder-empty', path: '/' },
    { name: 'finder-typical', ...finder },
    { name: 'finder-overfull', path: '/', facts: overfull, date },
    { name: 'finder-print', ...finder, print: true },
    {
      name: 'finder-drawer',
      ...finder,
      window: true,
      prepare: async (page) => {
        await page.locator('[data-testid=all-facts]:visible').click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'search',
      ...finder,
      window: true,
      prepare: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').getByRole('textbox').fill('研发投入');
      },
    },
    { name: 'library', path: '/documents', ...(date === undefined ? {} : { date }) },
    { name: 'document', path: document },
    { name: 'document-entries', path: '/documents/zj-business-environment-regulation' },
    { name: 'document-draft', path: '/documents/hz-producer-services-draft', window: true },
    ...libraryShots,
    { name: 'vocabulary', path: '/facts' },
    { name: 'editor-start', path: '/editor' },
    { name: 'editor-examples', path: '/editor?document=hz-upscale-2024', prepare: editorPanel(0) },
    { name: 'editor-preview', path: '/editor?document=hz-upscale-2024', prepare: editorPanel(1) },
    { name: 'editor-guide', path: '/editor?document=hz-upscale-2024', prepare: editorPanel(3) },
    { name: 'not-found', path: '/nowhere', window: true },
  ];
}

function address(shot: Shot, language: string): string {
  const url = new URL(shot.path, options.url);
  if (shot.date !== undefined) url.searchParams.set('date', shot.date);
  if (language !== 'zh') url.searchParams.set('lang', language);
  if (shot.facts !== undefined) url.searchParams.set('facts', JSON.stringify(shot.facts));
  return url.toString();
}

interface Sized {
  readonly scrollHeight: number;
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

function sizeOf({ scrollHeight, scrollWidth, clientWidth }: Sized) {
  return { height: scrollHeight, sideways: scrollWidth - clientWidth };
}

async function take(page: Page, shot: Shot, language: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 768 ? 812 : 900 });
  await page.emulateMedia({ media: shot.print === true ? 'print' : 'screen' });
  await page.goto(address(shot, language), { waitUntil: 'load' });
  await page.locator('main :is(h1, .ant-result)').first().waitFor();
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  await shot.prepare?.(page);
  const { height, sideways } = await page.locator('html').evaluate(sizeOf);
  if (sideways > 0) console.log(`${shot.name} ${language} ${width}: ${sideways} px too wide`);
  await page.screenshot({
    path: join(options.out, `${shot.name}-${language}-${width}.png`),
    animations: 'disabled',
    ...(shot.window === true
      ? {}
      : { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } }),
  });
}

await mkdir(options.out, { recursive: true });
const browser = await launchChromium();
const page = await browser.newPage();
let at = '';
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning')
    console.log(`${at}: ${message.type()}: ${message.text()}`);
});
page.on('pageerror', (error) => console.log(`${at}: ${String(error)}`));
for (const shot of await shots())
  for (const language of languages)
    for (const width of shot.print === true ? [794] : widths) {
      at = `${shot.name}-${language}-${width}`;
      if (new RegExp(options.only).test(at)) await take(page, shot, language, width);
    }
await browser.close();
console.log(`pictures in ${options.out}`);
