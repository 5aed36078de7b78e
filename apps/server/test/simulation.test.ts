import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDate } from '@luodi/kernel';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readCity } from '../src/content/city-content.ts';
import {
  simulationCompareLine,
  simulationCompareResponse,
  simulationDraftLine,
  simulationDraftResponse,
  simulationResponse,
  simulationRunResponse,
} from '../src/contract/index.ts';
import { addressOf, listen, stopListening } from '../src/listen.ts';
import { CitySimulation, mostQuestions } from '../src/simulation/city-simulation.ts';
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

test('questions beyond those that may wait are refused; who asks anew, or went away, leaves room', async () => {
  await simulation.settled();
  const gone = new AbortController();
  const took = Array.from({ length: mostQuestions }, (_, index) =>
    simulation.take(`caller ${index}`, gone.signal),
  );
  expect(took.every((each) => each !== undefined)).toBe(true);
  const refused = await post(app, '/api/simulation/run', { changes: [change] });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: { code: 'simulation_busy' } });
  const anew = await post(app, '/api/simulation/run', { changes: [change], client: 'caller 0' });
  expect(anew.status).toBe(200);
  expect(took[0]?.signal.aborted).toBe(true);
  took[0]?.end();
  took[1]?.end();
  const served = await Promise.all(
    [1, 2].map(async () => post(app, '/api/simulation/run', { changes: [change] })),
  );
  expect(served.map(({ status }) => status)).toEqual([200, 200]);
  gone.abort(new Error('went away'));
  const next = simulation.take(undefined, new AbortController().signal);
  expect(next).toBeDefined();
  for (const each of [...took, next]) each?.end();
}, 60_000);

test('a question goes on with the city that it began with, when a larger one takes its place', async () => {
  const content = await readCity(folder);
  const growing = new CitySimulation({
    content,
    profile: join(folder, 'population/profile.yaml'),
    cache: join(cache, 'growing'),
    today: () => parseDate('2026-06-01')!,
    sizes: [500, 600],
  });
  growing.begin();
  const small = await vi.waitUntil(() => growing.simulator, { timeout: 60_000 });
  const taken = growing.take(undefined, new AbortController().signal);
  await growing.settled();
  expect(growing.simulator?.city.population.size).toBe(600);
  const date = parseDate('2026-06-01')!;
  expect((await small.run([change], { date })).ok).toBe(true);
  taken?.end();
  await expect(small.run([{ ...change, value: '50万元' }], { date })).rejects.toThrow();
  await growing.close();
}, 120_000);

test('drafts beyond those that may wait are refused', async () => {
  const reader = new DraftReader({ files: new Map(), version: '' }, { waiting: 0 });
  const task = { text: 'nothing', vocabulary: undefined, date: '2026-06-01' };
  const [first, second] = await Promise.all([reader.read(task), reader.read(task)]);
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, error: 'simulation_busy' });
}, 60_000);

test('a draft that is withdrawn while it is read is read no further, and the next one is read', async () => {
  const reader = new DraftReader({ files: new Map(), version: '' });
  const task = { text: 'nothing', vocabulary: undefined, date: '2026-06-01' };
  const withdrawn = new AbortController();
  const [first, second] = [
    reader.read(task, withdrawn.signal),
    reader.read(task, withdrawn.signal),
  ];
  withdrawn.abort(new Error('withdrawn'));
  await expect(first).rejects.toThrow('withdrawn');
  await expect(second).rejects.toThrow('withdrawn');
  expect(await reader.read(task)).toMatchObject({ ok: true });
}, 60_000);

const documents = { earlier: 'hz-producer-services-draft', later: 'hz-producer-services-2024' };
const long = [
  { path: '/api/simulation/compare', body: documents, line: simulationCompareLine },
  { path: '/api/simulation/draft', body: { text: issuedText }, line: simulationDraftLine },
];

/** Asks for an answer line by line, as a request that can be ended. */
function lineByLine(body: unknown, signal?: AbortSignal): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  };
}

for (const { path, body, line } of long) {
  test(`${path} tells how far it is, step by step, and then answers as it does at once`, async () => {
    await simulation.settled();
    const answer = await app.request(path, lineByLine(body));
    expect(answer.headers.get('content-type')).toMatch('application/x-ndjson');
    const lines = (await answer.text()).trimEnd().split('\n');
    const told = lines.map((text) => line.parse(JSON.parse(text)));
    const last = told.pop();
    const steps = told.flatMap((each) =>
      each.kind === 'progress' && each.stage === 'answering' ? [each] : [],
    );
    expect(told.every(({ kind }) => kind === 'progress')).toBe(true);
    expect(steps.map(({ done }) => done)).toEqual([...steps.keys()]);
    expect(steps.at(-1)?.done).toBe(steps.at(-1)?.steps);
    const { milliseconds: _, ...atOnce } = simulationCompareResponse
      .extend({ earlier: simulationDraftResponse.shape.earlier })
      .loose()
      .parse(await (await post(app, path, body)).json());
    expect(last).toMatchObject({ kind: 'answer', answer: atOnce });
  }, 120_000);

  test(`who closes the connection ends ${path} on the server`, async () => {
    await simulation.settled();
    const { simulator } = simulation;
    if (simulator === undefined) throw new Error('no population');
    // A comparison that ends only when its signal does.
    const compare = vi
      .spyOn(simulator, 'compare')
      .mockImplementation(
        (_, { signal }) =>
          new Promise((_resolve, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason)),
          ),
      );
    const listening = await listen(app.fetch, '127.0.0.1', 0);
    if (!listening.ok) throw new Error(listening.error.message.en);
    try {
      const gone = new AbortController();
      const address = addressOf(listening.value, '127.0.0.1');
      const answer = await fetch(`${address}${path}`, lineByLine(body, gone.signal));
      await vi.waitFor(() => expect(compare).toHaveBeenCalled(), { timeout: 60_000 });
      gone.abort();
      await expect(answer.text()).rejects.toThrow();
      await expect(compare.mock.results[0]?.value).rejects.toMatch(/closed|aborted/);
    } finally {
      compare.mockRestore();
      await stopListening(listening.value);
    }
  }, 120_000);
}

test('a draft with a fault that is asked about line by line is refused in the last line', async () => {
  await simulation.settled();
  const faulty = { text: issuedText.replace('\n---\n', '\n') };
  const answer = await app.request('/api/simulation/draft', lineByLine(faulty));
  const lines = (await answer.text()).trimEnd().split('\n');
  expect(simulationDraftLine.parse(JSON.parse(lines.at(-1) ?? ''))).toMatchObject({
    kind: 'refusal',
    error: { code: 'draft_faulty' },
  });
}, 120_000);

test('documents that are not there are refused at once, also line by line', async () => {
  await simulation.settled();
  const nowhere = { ...documents, later: 'nothing' };
  const answer = await app.request('/api/simulation/compare', lineByLine(nowhere));
  expect(answer.status).toBe(422);
});

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
