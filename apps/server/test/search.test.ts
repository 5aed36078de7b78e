import { openDatabase } from '@luodi/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorResponse, healthResponse, searchResponse } from '../src/contract/index.ts';
import { DatabaseSearch } from '../src/search/passage-search.ts';
import { townApp } from './town-app.ts';

type Town = Awaited<ReturnType<typeof townApp>>;

let town: Town;
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.error.message.en);
  const { content } = await townApp();
  town = await townApp({ search: new DatabaseSearch(opened.value, content.evaluator) });
  close = () => opened.value.close();
});

afterAll(() => close());

async function search(query: string) {
  const answer = await town.app.request(`/api/search${query}`);
  expect(answer.status).toBe(200);
  return searchResponse.parse(await answer.json());
}

test('a search waits until the passages are there, and marks the words in each hit', async () => {
  const { total, hits } = await search(`?q=${encodeURIComponent('补贴3万元')}`);
  expect(total).toBe(1);
  expect(hits).toEqual([
    {
      document: 'town-rent',
      documentTitle: '房租补贴办法',
      documentTitleEn: 'Rent subsidies',
      documentStatus: 'final',
      clause: '一、房租',
      lines: { from: 2, to: 2 },
      names: ['房租补贴', 'Rent subsidy'],
      kinds: ['measures'],
      excerpt: [
        { text: '评定为甲等的', hit: false },
        { text: '补贴3万元', hit: true },
        { text: '，乙等的补贴1万元。', hit: false },
      ],
    },
  ]);
});

const filters: readonly {
  readonly name: string;
  readonly query: string;
  readonly total: number;
}[] = [
  { name: 'nothing: every passage', query: '', total: 3 },
  { name: 'a document', query: '?document=town-rent', total: 2 },
  { name: 'a department', query: `?department=${encodeURIComponent('财政局')}`, total: 1 },
  { name: 'a matter by its English name', query: '?matter=Rent%20subsidy', total: 1 },
  { name: 'a kind', query: '?kind=tasks', total: 1 },
  { name: 'a status', query: '?status=draft', total: 0 },
  { name: 'a day', query: '?date=2026-06-01', total: 1 },
  { name: 'a sum in words', query: `?least=${encodeURIComponent('100万元')}`, total: 1 },
  { name: 'a sum in fen, one too many', query: '?least=100000001', total: 0 },
  { name: 'a page beyond the last', query: '?offset=3&limit=1', total: 3 },
];
for (const { name, query, total } of filters)
  test(`by ${name}`, async () => expect((await search(query)).total).toBe(total));

const faults: readonly { readonly query: string; readonly key: string; readonly code: string }[] = [
  { query: '?document=town-rents', key: 'document', code: 'unknown_name' },
  { query: '?least=lots', key: 'least', code: 'not_money' },
  { query: '?least=-5', key: 'least', code: 'not_money' },
  { query: '?limit=101', key: 'limit', code: 'not_a_count' },
  { query: '?offset=-1', key: 'offset', code: 'not_a_count' },
  { query: '?kind=examples', key: 'kind', code: 'unknown_name' },
  { query: '?date=2026-02-30', key: 'date', code: 'no_such_day' },
  { query: '?query=x', key: 'query', code: 'unknown_parameter' },
];
for (const { query, key, code } of faults)
  test(`${query} is refused as ${code}`, async () => {
    const answer = await town.app.request(`/api/search${query}`);
    expect(answer.status).toBe(400);
    const { error } = errorResponse.parse(await answer.json());
    expect(error.details.map((detail) => [detail.key, detail.code])).toEqual([[key, code]]);
  });

test('a search that cannot be made is said, by the answer and by the health', async () => {
  const { app } = await townApp({
    search: {
      state: 'unavailable',
      find: async () => {
        throw new Error('gone');
      },
    },
  });
  const answer = await app.request('/api/search?q=x');
  expect(answer.status).toBe(503);
  expect(errorResponse.parse(await answer.json()).error.code).toBe('search_unavailable');
  const health = healthResponse.parse(await (await app.request('/api/health')).json());
  expect(health).toMatchObject({ status: 'degraded', database: 'ok', search: 'unavailable' });
});

test('what failed once is tried again with the next question', async () => {
  const opened = await openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.error.message.en);
  let broken = true;
  const { queries } = opened.value;
  const search = new DatabaseSearch(opened.value, town.content.evaluator);
  const transaction = queries.transaction.bind(queries);
  queries.transaction = () => {
    if (broken) throw new Error('busy');
    return transaction();
  };
  const question = { query: '补贴', offset: 0, limit: 1 };
  await expect(search.find(question)).rejects.toThrow('busy');
  expect(search.state).toBe('unavailable');
  broken = false;
  expect((await search.find(question)).total).toBe(2);
  expect(search.state).toBe('ready');
  await opened.value.close();
});
