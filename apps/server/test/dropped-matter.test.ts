import { archiveContent, findContent } from '@luodi/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionSchema } from '@luodi/delivery';
import { compileContent, readCity } from '../src/content/city-content.ts';
import {
  monthResponse,
  ownMoneyResponse,
  programmeJson,
  programmesResponse,
} from '../src/contract/index.ts';
import { readSourcesFile } from '../src/facts/fact-sources-file.ts';
import { paidCase } from './paid-case.ts';
import { cityFolder, demoBrowser, recordApp } from './record-app.ts';
import type { App } from './record-app.ts';
import { applicant, applied, decide, must, officerOf, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

/** The matter that somebody was paid on; the rules that the server has since know it by another name only, and so its measure. */
const dropped = '上市辅导备案补助';
const pool = '演示·科技专项资金';

let before: RoundsApp;
let later: App;
let laterVersion: string;
let paid: string;

beforeAll(async () => {
  before = await roundsApp();
  paid = await paidCase(before);
  const { database } = before;
  const { city, files } = await readCity(cityFolder);
  const renamed = [...files].map(
    ([path, text]) => [path, text.replaceAll(dropped, `${dropped}（新）`)] as const,
  );
  const content = compileContent(city, new Map(renamed));
  const { version, vocabulary, measures } = content.evaluator.content;
  expect(vocabulary.matters.has(dropped)).toBe(false);
  expect([...measures.keys()].some((id) => id.endsWith(`/${dropped}`))).toBe(false);
  laterVersion = version;
  await archiveContent(
    database.queries,
    { version, city, files: content.files },
    { at: new Date('2026-06-01T01:00:00Z'), actor: 'test', reason: 'served' },
  );
  ({ app: later } = await recordApp({
    database,
    content,
    factSources: await readSourcesFile(cityFolder),
    archive: { find: (beginning, through = database.queries) => findContent(through, beginning) },
  }));
}, 120_000);
afterAll(() => before.database.close());

test('an enterprise still sees what it was paid on it, with the words that were in force', async () => {
  const enterprise = await applicant(later);
  const own = ownMoneyResponse.parse(await (await enterprise.send('GET', '/api/money/own')).json());
  expect(own).toMatchObject({ paid: '200000000', approved: '0', ordered: '0' });
  expect(own.cases).toMatchObject([
    { case: paid, paid: '200000000', clause: { label: dropped, quote: expect.any(String) } },
  ]);
});

test('the report of the month counts it', async () => {
  const finance = await demoBrowser(later, '演示·西湖区财政局财务员');
  const query = `pool=${encodeURIComponent(pool)}&month=2026-06`;
  const month = monthResponse.parse(
    await (await finance.send('GET', `/api/money/month?${query}`)).json(),
  );
  expect(month.programmes).toMatchObject([
    { programme: 'demo-listing-tutoring', title: expect.stringContaining(dropped), cases: 1 },
  ]);
  expect(month.programmes[0]).toMatchObject({ paid: '200000000' });
});

test('its round keeps the name of its measure', async () => {
  const officer = await officerOf(later, '市科技局');
  const { programmes } = programmesResponse.parse(
    await (await officer.send('GET', '/api/programmes')).json(),
  );
  const round = programmes.find(({ id }) => id === 'demo-listing-tutoring');
  expect(round).toMatchObject({ measureLabel: dropped });
  expect(round?.measureLabelEn).not.toContain('/');
});

const decisionOf = async (id: string) => {
  const enterprise = await applicant(later);
  const path = `/api/cases/${encodeURIComponent(id)}/decision`;
  return decisionSchema.parse(await (await enterprise.send('GET', path)).json());
};
const verified = async (decision: unknown) => {
  const answer = await (await applicant(later)).send('POST', '/api/decisions/verify', decision);
  const found: unknown = await answer.json();
  return found;
};

test('the decision on it is reached again by its own rules', async () => {
  const decision = await decisionOf(paid);
  expect(decision.contentVersion).not.toBe(laterVersion);
  expect(await verified(decision)).toMatchObject({ kind: 'confirmed' });
});

test('a decision of the later rules about who was paid is reached again, and does not speak of it', async () => {
  const officer = await officerOf(later, '市科技局');
  const former = programmeJson.parse(
    await (await officer.send('GET', '/api/programmes/demo-rd-subsidy')).json(),
  );
  const { title, titleEn, measure, manner, lawDate, windowFrom, windowUntil, funding } = former;
  const [application, ...rest] = former.route;
  const review = {
    kind: 'review',
    name: '审核',
    nameEn: 'Review',
    level: 'city',
    bodies: ['市科技局'],
    workingDays: 10,
  };
  const route = [application, review, ...rest.filter(({ kind }) => kind !== 'review')];
  const shape = { title, titleEn, measure, manner, lawDate, windowFrom, windowUntil, funding };
  await must(officer, '/api/programmes', { ...shape, id: 'later-rd', route });
  await must(officer, '/api/programmes/later-rd/publish');
  const id = await applied(later, await applicant(later), 'later-rd');
  await decide(later, '市科技局', id, { kind: 'approve', amountFen: '10000000' });
  const decision = await decisionOf(id);
  expect(decision).toMatchObject({ contentVersion: laterVersion });
  expect(Object.keys(decision.facts).join()).not.toContain(dropped);
  expect(await verified(decision)).toMatchObject({ kind: 'confirmed' });
});
