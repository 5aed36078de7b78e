import { findContent } from '@luodi/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileContent, readCity } from '../src/content/city-content.ts';
import { startResponse } from '../src/contract/index.ts';
import { readSourcesFile } from '../src/facts/fact-sources-file.ts';
import { cityFolder, recordApp } from './record-app.ts';
import type { Browser } from './record-app.ts';
import { applicant, must, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

/** A round that was published by the rules of before, on a server that has new ones since it was started again. */
let before: RoundsApp;
let browser: Browser;
let draft: string;

beforeAll(async () => {
  before = await roundsApp();
  const { database } = before;
  const first = await applicant(before.app);
  const begun = await must(first, '/api/cases', { programme: 'demo-rd-subsidy' });
  draft = encodeURIComponent(startResponse.parse(begun).case);
  const { city, files } = await readCity(cityFolder);
  const [[path = '', text = ''] = []] = files;
  const content = compileContent(city, new Map([...files, [path, `${text}\n`]]));
  const { app } = await recordApp({
    database,
    content,
    factSources: await readSourcesFile(cityFolder),
    archive: { find: (beginning, through = database.queries) => findContent(through, beginning) },
  });
  browser = await applicant(app);
});
afterAll(() => before.database.close());

test('a case of earlier rules is shown, though the embedded database has one connection only', async () => {
  expect((await browser.send('GET', `/api/cases/${draft}`)).status).toBe(200);
});

test('and goes on by them', async () => {
  const saved = await must(browser, `/api/cases/${draft}/save`, { answers: {}, papers: [] });
  expect(saved).toMatchObject({ state: 'draft' });
});
