import { expect, test } from 'vitest';
import {
  askResponse,
  contentResponse,
  documentResponse,
  documentsResponse,
  explainResponse,
  factsResponse,
  healthResponse,
  matchResponse,
  measureResponse,
  measuresResponse,
  samplesResponse,
} from '../src/contract/index.ts';
import { formerTown, getJson, post, townApp } from './town-app.ts';

const town = await townApp();
const get = (path: string) => getJson(town.app, path);

const facts = { 高企: true, 投入额: '300万元' };

test('the match: sums in whole fen, the best combination, what to ask next', async () => {
  const answer = await post(town.app, '/api/match', { facts });
  const found = matchResponse.parse(await answer.json());
  expect(found.date).toBe('2026-06-01');
  expect(found.contentVersion).toBe(town.version);
  expect(
    found.results.map(({ measure, status, amount }) => [measure, status, amount.kind, amount.fen]),
  ).toEqual([
    ['town-growth/投入补助·按率', 'entitled', 'at_most', 30_000_000],
    ['town-growth/投入补助·定额', 'not_entitled', 'none', null],
    ['town-rent/房租补贴', 'not_in_force', 'none', null],
  ]);
  expect(found.best.total).toEqual({ exactFen: 0, upperBoundFen: 30_000_000 });
});

test('the match without its reasoning, for who wants the figures alone', async () => {
  const asked = async (trace: boolean) => {
    const answer = await post(town.app, '/api/match', { facts, trace });
    return matchResponse.parse(await answer.json()).results;
  };
  const [long, short] = [await asked(true), await asked(false)];
  expect(long.every((result) => result.trace !== undefined)).toBe(true);
  expect(short).toEqual(long.map(({ trace: _trace, ...rest }) => rest));
});

test('sums beyond the exact numbers of JavaScript stay whole in the text', async () => {
  const answer = await post(town.app, '/api/match', {
    facts: { 投入额: '900719925474099.93元' },
  });
  expect(await answer.text()).toContain('900,719,925,474,099.93元');
});

test('a fact as a number that JSON cannot carry exactly is refused, not rounded', async () => {
  const answer = await post(town.app, '/api/match', '{"facts":{"投入额":9007199254740993}}');
  expect(answer.status).toBe(422);
});

test('questions, as many as asked for', async () => {
  const all = askResponse.parse(
    await (await post(town.app, '/api/ask', { facts: {}, date: '2025-06-01' })).json(),
  );
  expect(all.next).toHaveLength(3);
  expect(all.questions).toBe(3);
  const one = askResponse.parse(
    await (await post(town.app, '/api/ask', { facts: {}, date: '2025-06-01', limit: 1 })).json(),
  );
  expect(one.next).toEqual(all.next.slice(0, 1));
  expect(one.questions).toBe(3);
});

for (const measure of ['town-rent/房租补贴', '房租补贴', 'Rent subsidy'])
  test(`one measure explained, named as ${measure}`, async () => {
    const body = { measure, facts: { rating: '甲等' }, date: '2025-06-01', lang: 'en' };
    const found = explainResponse.parse(await (await post(town.app, '/api/explain', body)).json());
    expect(found.result.status).toBe('entitled');
    expect(found.result.amount.fen).toBe(3_000_000);
    expect(found.explanation[0]).toContain('房租补贴 — 符合条件');
    expect(found.text).toBe(found.explanationEn.join('\n'));
  });

test('the facts, best known first', async () => {
  const found = factsResponse.parse(await get('/api/facts'));
  expect(found.map(({ id }) => id)).toEqual(['investment', 'high_tech', 'rating']);
  expect(found[2]).toMatchObject({
    ordered: true,
    options: [
      { label: '甲等', labelEn: 'first' },
      { label: '乙等', labelEn: 'second' },
    ],
  });
});

for (const c of [
  {
    name: 'all',
    query: '',
    ids: ['town-growth/投入补助·按率', 'town-growth/投入补助·定额', 'town-rent/房租补贴'],
  },
  { name: 'of a document', query: '?document=town-rent', ids: ['town-rent/房租补贴'] },
  { name: 'of a matter', query: '?matter=房租补贴', ids: ['town-rent/房租补贴'] },
  { name: 'of a matter in English', query: '?matter=Rent%20subsidy', ids: ['town-rent/房租补贴'] },
  { name: 'of a department', query: '?department=财政局', ids: ['town-growth/投入补助·定额'] },
  {
    name: 'on the last day in force',
    query: '?date=2025-12-31&matter=房租补贴',
    ids: ['town-rent/房租补贴'],
  },
  { name: 'on the day after', query: '?date=2026-01-01&matter=房租补贴', ids: [] },
])
  test(`measures — ${c.name}`, async () => {
    const found = measuresResponse.parse(await get(`/api/measures${c.query}`));
    expect(found.map(({ id }) => id)).toEqual(c.ids);
  });

for (const path of ['town-growth/投入补助·按率', 'town-growth%2F投入补助·按率', '投入补助·按率'])
  test(`one measure by ${path}`, async () => {
    const found = measureResponse.parse(await get(`/api/measures/${path}`));
    expect(found).toMatchObject({
      id: 'town-growth/投入补助·按率',
      conditions: ['高企'],
      facts: ['high_tech', 'investment'],
      examples: [{ title: '', date: '2024-01-01' }],
    });
    expect(found.rule).toMatch(/^投入补助·按率:\n[^]*封顶: 100万元/);
  });

test('the documents, and one clause by clause', async () => {
  const list = documentsResponse.parse(await get('/api/documents'));
  expect(list.map(({ id, measures }) => [id, measures])).toEqual([
    ['town-growth', 2],
    ['town-rent', 1],
  ]);
  const one = documentResponse.parse(await get('/api/documents/town-growth'));
  expect(one.clauses.map(({ heading }) => heading)).toEqual(['一、投入']);
  const [passage] = one.clauses[0]?.passages ?? [];
  expect(passage?.quote).toContain('对高企按不超过投入额10%给予补助');
  expect(passage?.blocks.map(({ kind, measures }) => [kind, measures])).toEqual([
    ['measures', ['town-growth/投入补助·按率', 'town-growth/投入补助·定额']],
    ['examples', undefined],
  ]);
});

test('every kind of block says what it holds', async () => {
  const one = documentResponse.parse(await get('/api/documents/town-rent'));
  expect(one).toMatchObject({ status: 'final', validityBasis: 'stated', relations: [] });
  const blocks = one.clauses.at(-1)?.passages[0]?.blocks ?? [];
  expect(blocks).toMatchObject([
    {
      kind: 'tasks',
      tasks: [{ id: 'town-rent/任务/走访企业', number: '1', due: '2026', cycle: 'yearly' }],
    },
    {
      kind: 'indicators',
      indicators: [
        {
          kind: 'target',
          targets: [
            {
              time: { kind: 'moment', at: '2026' },
              figure: { kind: 'number', comparison: 'at_least', number: '200', unit: '家' },
            },
          ],
        },
      ],
    },
    { kind: 'lists', lists: [{ kind: 'matters', items: [{ label: '租用厂房' }] }] },
    {
      kind: 'procedures',
      procedures: [
        { steps: [{ actors: ['科技局'], limit: { kind: 'duration', length: { number: '5' } } }] },
      ],
    },
    { kind: 'inspections', inspections: [{ target: '企业', ratio: { comparison: 'at_most' } }] },
    {
      kind: 'contracts',
      contracts: [
        { terms: [{ breach: '退回补助' }], shares: [{ share: '0.4' }, { share: '0.6' }] },
      ],
    },
  ]);
});

test('the rule files, the samples and the health', async () => {
  const content = contentResponse.parse(await get('/api/content'));
  expect(content).toEqual({
    version: town.version,
    city: 'town',
    files: Object.fromEntries(town.content.files),
  });
  expect(samplesResponse.parse(await get('/api/samples'))).toEqual([
    {
      id: 'one',
      name: '示例',
      nameEn: 'Sample',
      note: '一家',
      noteEn: 'One',
      date: '2026-06-01',
      facts: { 高企: '是', 投入额: '300万元' },
    },
  ]);
  expect(healthResponse.parse(await get('/api/health'))).toMatchObject({
    status: 'ok',
    measures: 3,
    contentErrors: 0,
  });
});

test('a database that does not answer shows in the health', async () => {
  const { app } = await townApp({ databaseAnswers: async () => false });
  const health = healthResponse.parse(await (await app.request('/api/health')).json());
  expect(health).toMatchObject({ status: 'degraded', database: 'unavailable' });
});

test('an answer is replayed under the rules as they stood', async () => {
  const former = await formerTown();
  const archived = [former];
  const { app } = await townApp({
    archive: {
      find: async (beginning) => archived.filter(({ version }) => version.startsWith(beginning)),
    },
  });
  for (const contentVersion of [former.version, former.version.slice(0, 12)]) {
    const answer = await post(app, '/api/match', { facts, contentVersion });
    const found = matchResponse.parse(await answer.json());
    expect(found.contentVersion).toBe(former.version);
    expect(found.best.total.upperBoundFen).toBe(60_000_000);
  }
  const files = await app.request(`/api/content/${former.version}`);
  expect(files.headers.get('cache-control')).toContain('immutable');
  expect(contentResponse.parse(await files.json()).files).toEqual(Object.fromEntries(former.files));
});

for (const c of [
  {
    name: 'changed in the archive',
    find: async () => [{ ...(await formerTown()), version: 'f'.repeat(64) }],
    status: 500,
    code: 'archive_damaged',
  },
  {
    name: 'whose database does not answer',
    find: async () => {
      throw new Error('gone');
    },
    status: 503,
    code: 'database_unavailable',
  },
])
  test(`no answer from a version ${c.name}`, async () => {
    const { app } = await townApp({ archive: { find: c.find } });
    const answer = await app.request('/api/content/ffffffff');
    expect(answer.status).toBe(c.status);
    expect(await answer.json()).toMatchObject({ error: { code: c.code } });
  });
