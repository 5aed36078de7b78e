import { describe, expect, test } from 'vitest';
import { printJson, printMatch, toMatchJson } from '../src/index.ts';
import { evaluator, matchOf } from './fixture.ts';

interface Result {
  readonly measure: string;
  readonly status: string;
  readonly amount: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

interface Printed {
  readonly [key: string]: unknown;
  readonly results: readonly Result[];
}

function printed(facts: Readonly<Record<string, unknown>>, date?: string): Printed {
  const match = matchOf(facts, date);
  return JSON.parse(printJson(toMatchJson(match, evaluator.content.vocabulary))) as Printed;
}

const facts = { 高企: true, 投入额: '300万元', 失信: false, 职工人数: '30人', 租用厂房: true };

function result(from: Printed, name: string): Result {
  const found = from.results.find(({ measure }) => measure.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`no result for ${name}`);
  return found;
}

test('the document has the keys that scripts rely on, in their order', () => {
  const match = printed(facts);
  expect(Object.keys(match)).toEqual([
    'date',
    'contentVersion',
    'results',
    'best',
    'undecided',
    'nearMisses',
    'next',
  ]);
  expect(match['date']).toBe('2026-06-01');
  expect(match['contentVersion']).toBe(evaluator.content.version);
});

test('a result says what, where from, how much and why', () => {
  expect(result(printed(facts), '投入补助·按率')).toMatchObject({
    measure: 'demo-best/投入补助·按率',
    label: '投入补助·按率',
    labelEn: 'Investment subsidy by rate',
    document: 'demo-best',
    documentTitle: '示范办法',
    clause: '一、投入',
    kind: 'grant',
    matter: '投入补助',
    status: 'entitled',
    amount: { kind: 'at_most', fen: 30_000_000, lowerFen: 0, upperFen: 30_000_000 },
    failed: [],
    missing: [],
    departments: ['示范局'],
    validity: { from: '2024-01-01', until: '2027-12-31' },
    quote: expect.stringMatching(/^对高企按不超过投入额10%给予补助，/) as unknown,
    source: 'demo.txt:1',
  });
});

test('every result has an explanation in both languages', () => {
  const { trace, amount } = result(printed(facts), '投入补助·按率');
  expect(amount['formula']).toContain('投入额 300万元');
  expect(amount['formulaEn']).toContain('Investment CNY 3,000,000');
  expect(trace).toMatchObject([
    { kind: 'condition', text: '高企', outcome: 'holds', facts: ['high_tech'] },
    { kind: 'exclusion', text: '失信' },
    { kind: 'amount' },
  ]);
});

test('a failed condition comes with its gap', () => {
  expect(result(printed(facts), '人才奖励')['failed']).toMatchObject([
    {
      kind: 'condition',
      text: '职工人数 在 50人 以上',
      facts: ['staff'],
      gaps: [{ fact: 'staff', by: '差 20人 职工人数', limit: '50人', direction: 'short' }],
    },
  ]);
});

test('an undetermined result says what is missing and what it can reach', () => {
  const match = printed({ ...facts, 高企: null });
  expect(result(match, '投入补助·按率')).toMatchObject({
    status: 'undetermined',
    amount: { kind: 'at_most', fen: 30_000_000 },
    missing: ['high_tech'],
    missingLabels: ['高企'],
    missingLabelsEn: ['High-tech enterprise'],
  });
  expect(result(match, '专项支持').amount).toMatchObject({ kind: 'at_most', fen: null });
  expect(result(match, '收费上限').status).toBe('undetermined');
});

describe('amounts by kind', () => {
  const kinds = [
    { name: '用工补贴', amount: { kind: 'exact', fen: 3_000_000 } },
    { name: '房租补贴', amount: { kind: 'at_least', fen: 3_000_000, upperFen: null } },
    { name: '专项支持', amount: { kind: 'discretionary', fen: null } },
    { name: '免办许可', amount: { kind: 'none', fen: null } },
  ];
  for (const { name, amount } of kinds)
    test(`${name} is ${amount.kind}`, () =>
      expect(result(printed(facts), name).amount).toMatchObject(amount));
});

test('the best combination names what it set aside and why, in both languages', () => {
  expect(printed(facts)['best']).toMatchObject({
    total: { exactFen: 6_000_000, upperBoundFen: 36_000_000 },
    chosen: ['demo-best/房租补贴', 'demo-best/投入补助·按率', 'demo-silent/用工补贴'],
    setAside: [
      {
        measure: 'demo-best/投入补助·加发',
        kind: 'excluded_by',
        because: expect.stringContaining('“投入补助·按率”属同一事项') as unknown,
        becauseEn: expect.stringContaining('“Investment subsidy by rate”') as unknown,
      },
    ],
    withoutFigure: ['demo-best/专项支持'],
  });
});

test('the next question says what it decides', () => {
  const { next } = printed({ 投入额: '300万元', 失信: false });
  // 高企 is what most enterprises know. Of the others 示范平台 decides 50 + 90 and part of 15; 高企 decides 30 + 5 and part of 12; 基础平台 decides 30.
  expect(next).toMatchObject([
    { fact: 'high_tech', question: '是高企吗？', questionEn: 'Is it a high-tech enterprise?' },
    { fact: 'model_platform', label: '示范平台', decides: { measures: 3, upperFen: 155_000_000 } },
    { fact: 'basic_platform', decides: { settles: 1, upperFen: 30_000_000 } },
    { fact: 'exhibits_at_home' },
    { fact: 'exhibits_abroad' },
    { fact: 'staff' },
    { fact: 'rents', decides: { unboundedMeasures: 1 } },
  ]);
});

describe('the order of results', () => {
  test('entitled by amount, undetermined by potential, near misses, the rest, not in force last', () => {
    const { results } = printed(
      { ...facts, 国内参展: null, 国外参展: null, 基础平台: false },
      '2024-12-31',
    );
    expect(results.map(({ measure, status }) => `${measure} ${status}`)).toEqual([
      'demo-best/投入补助·按率 entitled',
      'demo-best/投入补助·加发 entitled',
      'demo-best/房租补贴 entitled',
      'demo-best/专项支持 entitled',
      'demo-best/收费上限 entitled',
      'demo-best/免办许可 entitled',
      'demo-best/平台资助·示范 undetermined',
      'demo-best/展会补助·国内 undetermined',
      'demo-best/展会补助·国外 undetermined',
      'demo-best/投入补助·定额 not_entitled',
      'demo-best/平台资助·基础 not_entitled',
      'demo-silent/人才奖励 not_in_force',
      'demo-silent/大户补贴 not_in_force',
      'demo-silent/投入补助·另一办法 not_in_force',
      'demo-silent/用工补贴 not_in_force',
    ]);
  });

  test('does not hang on the order in which facts are stated', () => {
    const reversed = Object.fromEntries(Object.entries(facts).reverse());
    expect(printed(reversed)).toEqual(printed(facts));
  });
});

describe('a match printed in one go', () => {
  for (const trace of [true, false])
    test(`is the line that its JSON makes, ${trace ? 'with' : 'without'} the trace`, () => {
      const { vocabulary } = evaluator.content;
      for (const applicant of [facts, {}, { 投入额: '900719925474099.93元' }]) {
        const match = matchOf(applicant);
        const line = printJson(toMatchJson(match, vocabulary, { trace }), 0);
        expect(printMatch(match, vocabulary, { trace })).toBe(line);
        expect(line.includes('"trace":')).toBe(trace);
      }
    });
});
