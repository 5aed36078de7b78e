import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDate } from '@luodi/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCity } from '../src/content/city-content.ts';
import {
  simulationCompareResponse,
  simulationDraftResponse,
  simulationResponse,
  simulationRunResponse,
} from '../src/contract/index.ts';
import { CitySimulation } from '../src/simulation/city-simulation.ts';
import { DraftReader } from '../src/simulation/draft-reader.ts';
import { getJson, post, townApp } from './town-app.ts';

const folder = fileURLToPath(new URL('../../../content/hangzhou', import.meta.url));
let cache = '';
let simulation: CitySimulation;
let app: Awaited<ReturnType<typeof townApp>>['app'];

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'luodi-simulation-'));
  const content = await readCity(folder);
  const today = () => parseDate('2026-06-01')!;
  simulation = new CitySimulation({
    content,
    profile: join(folder, 'population/profile.yaml'),
    cache,
    today,
    sizes: [2000],
  });
  ({ app } = await townApp({ content, simulation, today }));
}, 60_000);

afterAll(async () => {
  await simulation.close();
  await rm(cache, { recursive: true });
});

const change = {
  measure: 'hz-upscale-2024/连续在规奖励',
  parameter: 'amount-1',
  value: '40万元',
};

test('before a population is ready a run is refused, and the first call has begun to make one', async () => {
  const early = await post(app, '/api/simulation/run', { changes: [change] });
  expect(early.status).toBe(503);
  await simulation.settled();
  const state = simulationResponse.parse(await getJson(app, '/api/simulation'));
  expect(state.population).toMatchObject({ synthetic: true, size: 2000, standsFor: 1_000_000 });
  expect(state.progress).toEqual([{ state: 'ready', size: 2000, done: 2000, message: null }]);
  const measure = state.measures.find((each) => each.measure === change.measure);
  expect(measure?.parameters.find(({ id }) => id === 'amount-1')?.value).toBe('30万元');
}, 120_000);

test('a run answers in the shape that the contract says, with steps and a budget', async () => {
  await simulation.settled();
  const answer = await post(app, '/api/simulation/run', {
    changes: [change],
    budget: '1亿元',
    marginal: true,
  });
  const body = simulationRunResponse.parse(await answer.json());
  expect(body.after.upToFen * 3).toBe(body.before.upToFen * 4);
  expect(body.marginal?.map(({ parameter }) => parameter)).toEqual(['threshold-1', 'amount-1']);
  expect(body.budget?.fen).toBe(10_000_000_000);
}, 60_000);

test('two drafts are compared in the shape that the contract says', async () => {
  await simulation.settled();
  const answer = await post(app, '/api/simulation/compare', {
    earlier: 'hz-producer-services-draft',
    later: 'hz-producer-services-2024',
  });
  const body = simulationCompareResponse.parse(await answer.json());
  expect(body.measures.length).toBeGreaterThan(0);
}, 60_000);

const issued = 'hz-upscale-2024';
const issuedText = await readFile(join(folder, `documents/${issued}.policy.md`), 'utf8');

test('a draft in the words of the issued document replaces it and changes nothing', async () => {
  await simulation.settled();
  const answer = await post(app, '/api/simulation/draft', { text: issuedText });
  const body = simulationDraftResponse.parse(await answer.json());
  expect(body.earlier).toBe(issued);
  expect(body.before.upToFen).toBeGreaterThan(0);
  expect(body.after).toEqual(body.before);
}, 120_000);

const refusedDrafts = [
  {
    name: 'a draft with a fault is refused with its place',
    body: { text: issuedText.replace('\n---\n', '\n') },
    code: 'draft_faulty',
  },
  {
    name: 'a draft that would keep the reader for long is stopped',
    body: { text: issuedText.replace('给: ', `给: ${'('.repeat(100_000)}`) },
    code: /draft_(faulty|too_heavy)/,
  },
  {
    name: 'a draft against a document that is not there is refused',
    body: { text: issuedText, against: 'nothing' },
    code: 'invalid_change',
  },
];

for (const { name, body, code } of refusedDrafts)
  test(name, async () => {
    await simulation.settled();
    const answer = await post(app, '/api/simulation/draft', body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code: expect.stringMatching(code) } });
  }, 120_000);

test('drafts beyond those that may wait are refused', async () => {
  const reader = new DraftReader({ files: new Map(), version: '' }, { waiting: 0 });
  const task = { text: 'nothing', vocabulary: undefined, date: '2026-06-01' };
  const [first, second] = await Promise.all([reader.read(task), reader.read(task)]);
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, error: 'simulation_busy' });
}, 60_000);

const refused = [
  { name: 'a value of another unit', body: { changes: [{ ...change, value: '3年' }] } },
  { name: 'a measure that is not there', body: { changes: [{ ...change, measure: '没有' }] } },
  { name: 'a budget that is no money', body: { changes: [change], budget: '3年' } },
];

for (const { name, body } of refused)
  test(`${name} is refused as an invalid change`, async () => {
    await simulation.settled();
    const answer = await post(app, '/api/simulation/run', body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid_change' } });
  });

test('a question ends the one before it of the same page', async () => {
  await simulation.settled();
  const ask = () => post(app, '/api/simulation/run', { changes: [change], client: 'tab' });
  const [first, second] = await Promise.all([ask(), ask()]);
  expect([first.status, second.status]).toEqual([409, 200]);
});
