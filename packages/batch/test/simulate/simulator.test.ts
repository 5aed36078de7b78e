import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bestEntitlement, printJson } from '@luodi/entitlement';
import { createEvaluator, readFacts } from '@luodi/evaluation';
import type { FactSet, MeasureAnswer } from '@luodi/evaluation';
import { parseDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import type { Content } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatePopulation, readApplicants, readProfile } from '../../src/population/index.ts';
import {
  applyChanges,
  documentPair,
  draftPair,
  loadCity,
  readDraft,
  simulationJson,
  Simulator,
} from '../../src/simulate/index.ts';
import type { Change } from '../../src/simulate/index.ts';

const folder = fileURLToPath(new URL('../../../../content/hangzhou', import.meta.url));
const files = await readContentFolder(folder);
const { content } = loadContent(files, 'measures');
const date = parseDate('2026-06-01')!;
const size = 400;

let place = '';
let simulator: Simulator;
const applicants: FactSet[] = [];

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'luodi-simulate-'));
  const profile = join(folder, 'population/profile.yaml');
  // Large enterprises for whom most conditions hold: else hardly one of a few hundred is entitled.
  const text = (await readFile(profile, 'utf8'))
    .replace('是否: { 是: 0.01,', '是否: { 是: 0.5,')
    .replace('是否: { 是: 0.4,', '是否: { 是: 0.8,')
    .replace('权重: 0.4,', '权重: 60,')
    .replace('权重: 80,', '权重: 5,');
  const plan = readProfile(text, profile, content);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const nominal = { ...plan.value, profile: { ...plan.value.profile, 名义规模: size } };
  // Totals of a city of a million do not fit a few hundred: they are left out.
  const small = { ...nominal, profile: { ...nominal.profile, 合计: [] } };
  const made = await generatePopulation({ plan: small, folder: place, size, seed: 'simulate' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const city = await loadCity(place, content, date);
  if (!city.ok) throw new Error(JSON.stringify(city.error));
  simulator = new Simulator(city.value, { content, files });
  const { session, population } = city.value;
  const ids = await session.rows('SELECT enterprise_id FROM memory.main.enterprise');
  const stated = await readApplicants(
    session.connection,
    population,
    ids.map(([id]) => String(id)),
    content.vocabulary,
  );
  for (const raw of stated.values()) {
    const facts = readFacts(raw, content);
    if (!facts.ok) throw new Error(JSON.stringify(facts.error));
    applicants.push(facts.value);
  }
}, 120_000);

afterAll(async () => {
  await simulator.close();
  await rm(place, { recursive: true });
});

function answersOf(measure: string, rules: Content): readonly MeasureAnswer[] {
  const evaluator = createEvaluator(rules);
  return applicants.flatMap((facts) => evaluator.answer(measure, facts, date) ?? []);
}

const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);

function standingOf(answers: readonly MeasureAnswer[]) {
  const entitled = answers.filter(({ status }) => status === 'entitled');
  const undetermined = answers.filter(({ status }) => status === 'undetermined');
  return {
    entitled: entitled.length,
    undetermined: undetermined.length,
    certainFen: sum(entitled.map(({ amount }) => amount.lowerFen)),
    upToFen: sum(entitled.map(({ amount }) => amount.upperFen ?? amount.lowerFen)),
    openAbove: entitled.filter(({ amount }) => amount.upperFen === null).length,
    undecidedUpToFen: sum(undetermined.map(({ amount }) => amount.upperFen ?? amount.lowerFen)),
  };
}

function gainOf(before: MeasureAnswer, after: MeasureAnswer): bigint {
  const worth = ({ status, amount }: MeasureAnswer) =>
    status === 'entitled'
      ? { lower: amount.lowerFen, upper: amount.upperFen ?? amount.lowerFen }
      : { lower: 0n, upper: 0n };
  const [b, a] = [worth(before), worth(after)];
  return a.upper === b.upper ? a.lower - b.lower : a.upper - b.upper;
}

function movementOf(before: readonly MeasureAnswer[], after: readonly MeasureAnswer[]) {
  const moves = before.flatMap((b, index) => {
    const a = after[index];
    return a === undefined
      ? []
      : [{ b: b.status === 'entitled', a: a.status === 'entitled', gain: gainOf(b, a) }];
  });
  return {
    newcomers: moves.filter(({ b, a }) => a && !b).length,
    winners: moves.filter(({ b, a, gain }) => a && b && gain > 0n).length,
    losers: moves.filter(({ b, a, gain }) => a && b && gain < 0n).length,
    droppedOut: moves.filter(({ b, a }) => b && !a).length,
    unchanged: moves.filter(({ b, a, gain }) => b && a && gain === 0n).length,
    gainedFen: sum(moves.map(({ gain }) => (gain > 0n ? gain : 0n))),
    lostFen: sum(moves.map(({ gain }) => (gain < 0n ? -gain : 0n))),
  };
}

const cases: readonly (Change & { readonly name: string })[] = [
  {
    name: 'a higher sum',
    measure: 'hz-upscale-2024/连续在规奖励',
    parameter: 'amount-1',
    value: '40万元',
  },
  {
    name: 'a lower threshold',
    measure: 'hz-upscale-2024/连续在规奖励',
    parameter: 'threshold-1',
    value: '1年',
  },
  {
    name: 'a higher threshold',
    measure: 'hz-upscale-2024/连续在规奖励',
    parameter: 'threshold-1',
    value: '6年',
  },
  {
    name: 'a higher rate of a rule with a cap',
    measure: 'hz-sci-tech-enterprise-2024/研发投入补助·超过科技型中小规模',
    parameter: 'rate-1',
    value: '6%',
  },
  {
    name: 'a rule that runs over items',
    measure: 'hz-sci-tech-enterprise-2024/竞争类市重点科研项目补助',
    parameter: 'cap-1',
    value: '10万元',
  },
  {
    name: 'a measure that ends before the date',
    measure: 'hz-upscale-2024/连续在规奖励',
    parameter: 'until',
    value: '2025-12-31',
  },
];

for (const { name, ...change } of cases)
  test(`${name}: totals, winners and losers are those of the evaluator, applicant by applicant`, async () => {
    const result = await simulator.run([change], { date });
    const changed = applyChanges([change], { content, files });
    if (!result.ok || !changed.ok) throw new Error(JSON.stringify([result, changed]));
    const before = answersOf(change.measure, content);
    const after = answersOf(change.measure, changed.value.content);
    expect(result.value.effect.before.entitled).toBeGreaterThan(0);
    expect(result.value.effect.before).toEqual(standingOf(before));
    expect(result.value.effect.after).toEqual(standingOf(after));
    const { bands, ...movement } = result.value.effect.movement;
    expect(movement).toEqual(movementOf(before, after));
    expect(sum(bands.map(({ gainedFen, lostFen }) => gainedFen - lostFen))).toBe(
      movement.gainedFen - movement.lostFen,
    );
    for (const groups of Object.values(result.value.effect.groups))
      expect(sum(groups.map((group) => group.after.upToFen))).toBe(
        result.value.effect.after.upToFen,
      );
  });

const stacked: readonly { readonly name: string; readonly change: Change }[] = [
  {
    name: 'another rate, where the best of a matter counts',
    change: {
      measure: 'hz-sci-tech-enterprise-2024/研发投入补助·超过科技型中小规模',
      parameter: 'rate-1',
      value: '20%',
    },
  },
  {
    name: 'another sum, where documents compete',
    change: {
      measure: 'hz-upscale-2024/首次上规奖励',
      parameter: 'amount-1',
      value: '15万元',
    },
  },
  {
    name: 'another rate, where one measure comes on top of another',
    change: {
      measure: 'hz-chengxi-corridor-fund-2022/国家级科技研发项目支持',
      parameter: 'rate-1',
      value: '60%',
    },
  },
  {
    name: 'another rate, where items are divided between documents',
    change: {
      measure: 'hz-producer-services-2024/国家和省重点科研任务补助',
      parameter: 'rate-1',
      value: '40%',
    },
  },
  {
    name: 'measures of a document that add up',
    change: {
      measure: 'hz-sci-tech-enterprise-2024/研发投入补助·总部企业',
      parameter: 'stacking',
      value: '可叠加',
    },
  },
];

for (const { name, change } of stacked)
  test(`${name}: what counts beside rivals is the best entitlement of each applicant`, async () => {
    const result = await simulator.run([change], { date });
    const changed = applyChanges([change], { content, files });
    if (!result.ok || !changed.ok) throw new Error(JSON.stringify([result, changed]));
    const { interaction } = result.value;
    const ids = (interaction?.measures ?? []).map(({ measure }) => measure);
    expect(ids.length).toBeGreaterThan(1);
    expect(interaction?.before.upToFen).not.toBe(interaction?.after.upToFen);
    for (const [side, rules] of [
      ['before', content],
      ['after', changed.value.content],
    ] as const) {
      const evaluator = createEvaluator(rules);
      const best = applicants.map((facts) =>
        bestEntitlement(
          ids.flatMap((id) => evaluator.answer(id, facts, date) ?? []),
          rules,
        ),
      );
      expect(interaction?.[side].certainFen).toBe(sum(best.map(({ exactFen }) => exactFen)));
      expect(interaction?.[side].upToFen).toBe(sum(best.map(({ upperBoundFen }) => upperBoundFen)));
    }
  });

const faulty: readonly { readonly name: string; readonly change: Change; readonly code: string }[] =
  [
    {
      name: 'a value of another unit',
      change: { measure: 'hz-upscale-2024/连续在规奖励', parameter: 'amount-1', value: '3年' },
      code: 'bad_value',
    },
    {
      name: 'a value that is no number',
      change: { measure: 'hz-upscale-2024/连续在规奖励', parameter: 'amount-1', value: '很多' },
      code: 'bad_value',
    },
    {
      name: 'a parameter that is not there',
      change: { measure: 'hz-upscale-2024/连续在规奖励', parameter: 'rate-9', value: '5%' },
      code: 'unknown_parameter',
    },
    {
      name: 'a measure that is not there',
      change: { measure: 'nothing/无', parameter: 'rate-1', value: '5%' },
      code: 'unknown_measure',
    },
  ];

for (const { name, change, code } of faulty)
  test(`${name} is refused with its place and a mend`, async () => {
    const result = await simulator.run([change], { date });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.map((fault) => fault.code)).toEqual([code]);
    expect(result.error[0]?.place).toBe(`${change.measure}:${change.parameter}`);
    expect(result.error[0]?.hint.zh).not.toBe('');
  });

test('a question that is withdrawn ends without an answer, and the next one is answered', async () => {
  const [first] = cases;
  if (first === undefined) throw new Error('no case');
  const withdrawn = new AbortController();
  const asked = simulator.run([first], { date, signal: withdrawn.signal });
  withdrawn.abort(new Error('withdrawn'));
  await expect(asked).rejects.toThrow('withdrawn');
  const next = await simulator.run([first], { date });
  expect(next.ok).toBe(true);
});

test('a draft is compared with the document that was issued, as if it were in force', async () => {
  const pair = documentPair('hz-producer-services-draft', 'hz-producer-services-2024', content);
  if (!pair.ok) throw new Error(JSON.stringify(pair.error));
  const result = await simulator.compare(pair.value, { date });
  expect(result.notes.map(({ zh }) => zh).join()).toContain('征求意见稿');
  const later = result.measures.filter((measure) => measure.later !== undefined);
  expect(later.length).toBeGreaterThan(0);
  for (const measure of later)
    expect(measure.after).toEqual(standingOf(answersOf(measure.later ?? '', content)));
});

test('a comparison tells its steps one by one, to the last', async () => {
  const pair = documentPair('hz-producer-services-draft', 'hz-producer-services-2024', content);
  if (!pair.ok) throw new Error(JSON.stringify(pair.error));
  const told: (readonly [number, number])[] = [];
  await simulator.compare(pair.value, { date, onProgress: (...step) => told.push(step) });
  const [, steps = 0] = told[0] ?? [];
  expect(steps).toBeGreaterThan(4);
  expect(told).toEqual(Array.from({ length: steps + 1 }, (_, done) => [done, steps]));
});

test('a comparison that is withdrawn goes no step further, and the next one is answered', async () => {
  const pair = documentPair('hz-producer-services-draft', 'hz-producer-services-2024', content);
  if (!pair.ok) throw new Error(JSON.stringify(pair.error));
  const withdrawn = new AbortController();
  let last = 0;
  const onProgress = (done: number): void => {
    last = done;
    if (done === 2) withdrawn.abort(new Error('withdrawn'));
  };
  const asked = simulator.compare(pair.value, { date, signal: withdrawn.signal, onProgress });
  await expect(asked).rejects.toThrow('withdrawn');
  expect(last).toBe(2);
  const next = await simulator.compare(pair.value, { date });
  expect(next.measures.length).toBeGreaterThan(0);
});

const issued = 'hz-sci-tech-enterprise-2024';
const issuedText = files.get(`documents/${issued}.policy.md`) ?? '';
const subsidy = `${issued}/研发投入补助·超过科技型中小规模`;

/** The issued document with the subsidy's rate raised, in its words and in its rule. */
function raisedText(): string {
  const from = issuedText.indexOf('新增500万元以上的科技企业，按不超过新增额5%');
  const raise = (text: string) => text.replace('新增额5%', '新增额8%').replace('× 5%', '× 8%');
  return issuedText.slice(0, from) + raise(issuedText.slice(from));
}

async function draftAgainst(text: string, against?: string) {
  const draft = readDraft({ path: 'draft.policy.md', text }, content);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  const pair = draftPair(draft.value, against, content);
  if (!pair.ok) throw new Error(JSON.stringify(pair.error));
  return simulator.compare(pair.value, { date });
}

test('a draft in the words of the issued document changes nothing', async () => {
  const { earlier, effect, measures, interaction } = await draftAgainst(issuedText);
  expect(earlier).toBe(issued);
  expect(effect.before.upToFen).toBeGreaterThan(0n);
  expect(effect.after).toEqual(effect.before);
  expect(interaction?.after).toEqual(interaction?.before);
  expect(measures.map(({ after }) => after)).toEqual(measures.map(({ before }) => before));
});

test('a draft with a raised rate costs more by exactly what the changed parameter does', async () => {
  const drafted = await draftAgainst(raisedText());
  const change = { measure: subsidy, parameter: 'rate-1', value: '8%' };
  const changed = await simulator.run([change], { date });
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  const { before, after } = changed.value.effect;
  expect(after.upToFen).toBeGreaterThan(before.upToFen);
  expect(drafted.measures.find(({ later }) => later === subsidy)).toMatchObject({ before, after });
  const netOf = (result: Pick<typeof drafted, 'interaction'>) =>
    (result.interaction?.after.upToFen ?? 0n) - (result.interaction?.before.upToFen ?? 0n);
  expect(netOf(drafted)).toBe(netOf(changed.value));
});

test('a draft that replaces nothing is all new, and its rivals are shown on both sides', async () => {
  const result = await draftAgainst(raisedText().replace(`编号: ${issued}`, '编号: another-draft'));
  expect(result.earlier).toBeUndefined();
  expect(result.effect.before).toMatchObject({ entitled: 0, upToFen: 0n });
  expect(result.measures.every(({ earlier, before }) => earlier ?? before ?? true)).toBe(true);
  const rival = result.interaction?.measures.find(({ measure }) => measure === subsidy);
  expect(rival?.before.upToFen).toBeGreaterThan(rival?.after.upToFen ?? 0n);
});

test('the faults of a draft are told with place and mend; its file may have any name', () => {
  const text = issuedText
    .replace('× 5%', '× 5.5%')
    .replace('年度研发投入新增额 ×', '年度研发新增额 ×');
  const read = readDraft({ path: 'draft.policy.md', text }, content);
  const line = text.split('\n').findIndex((each) => each.includes('年度研发新增额')) + 1;
  expect(read.ok ? [] : read.error).toMatchObject([
    {
      code: 'LD1202',
      hint: expect.stringContaining('年度研发投入新增额'),
      span: { start: { line } },
    },
  ]);
});

test('a draft is held against a document that there is', () => {
  const draft = readDraft({ path: 'draft.policy.md', text: issuedText }, content);
  const pair = draft.ok ? draftPair(draft.value, 'nothing', content) : draft;
  expect(pair).toMatchObject({
    ok: false,
    error: [{ code: 'unknown_document', place: 'nothing' }],
  });
});

test('districts, industries and sizes have English names, whoever is in them', async () => {
  const measure = 'hz-sci-tech-enterprise-2024/研发投入补助·科技型中小规模';
  const changes = [{ measure, parameter: 'rate-1', value: '6%' }];
  const run = await simulator.run(changes, { date });
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  const { groups }: { groups: Record<string, { name: string; nameEn: string }[]> } = JSON.parse(
    printJson(simulationJson(run.value, simulator.city, content)),
  );
  const names = ['district', 'industry', 'size'].flatMap((by) => groups[by] ?? []);
  expect(names).toContainEqual(expect.objectContaining({ name: '萧山', nameEn: 'Xiaoshan' }));
  expect(names).toContainEqual(expect.objectContaining({ name: '微型', nameEn: 'Micro' }));
  expect(names.filter(({ nameEn }) => /\p{Script=Han}/u.test(nameEn))).toEqual([]);
});
