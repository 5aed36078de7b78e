import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '@luodi/kernel';
import { errorResponse, lettersResponse } from '../src/contract/index.ts';
import type { LetterKind } from '../src/contract/index.ts';
import { publicLetter } from '../src/letters/public-letter.ts';
import { demoBrowser } from './record-app.ts';
import type { Browser } from './record-app.ts';
import { applicant, applied, caseIn, decide, must, officerOf, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

let rounds: RoundsApp;
let enterprise: Browser;

beforeAll(async () => {
  rounds = await roundsApp();
  enterprise = await applicant(rounds.app);
});
afterAll(() => rounds.database.close());

async function kindsOf(id: string): Promise<readonly LetterKind[]> {
  const answer = await enterprise.send('GET', `/api/cases/${encodeURIComponent(id)}/letters`);
  return lettersResponse.parse(await answer.json()).letters.map(({ kind }) => kind);
}

function ask(browser: Browser, id: string, kind: string): Promise<Response> {
  return browser.send('GET', `/api/cases/letter?id=${encodeURIComponent(id)}&kind=${kind}`);
}

/** The words of a letter, opened as Word would open it. */
async function wordsOf(id: string, kind: LetterKind): Promise<string> {
  const answer = await ask(enterprise, id, kind);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('.docx'),
  ]);
  const buffer = Buffer.from(await answer.arrayBuffer());
  return (await mammoth.extractRawText({ buffer })).value;
}

const clause = '研发投入';

describe('an application', () => {
  let id: string;
  beforeAll(async () => {
    id = await applied(rounds.app, enterprise);
  });

  test('that is submitted has a letter of acceptance with papers and steps', async () => {
    expect(await kindsOf(id)).toEqual(['acceptance']);
    const words = await wordsOf(id, 'acceptance');
    for (const part of [
      '受理通知书',
      '演示企业甲（杭州）有限公司：',
      '年度研发费用专项审计报告',
      '承诺后补',
      '属地审核（10 个工作日）',
      '出处：',
      '市科技局',
      '2026年6月1日',
    ])
      expect(words).toContain(part);
  });

  test('has no letter that its state does not allow', async () => {
    for (const kind of ['supplement', 'refusal', 'grant', 'automatic_notice', 'recovery']) {
      const answer = await ask(enterprise, id, kind);
      const { error } = errorResponse.parse(await answer.json());
      expect([answer.status, error.code]).toEqual([409, 'letter_too_early']);
    }
  });

  test('is unknown to another enterprise and to an officer of another district', async () => {
    for (const person of ['演示企业乙（杭州）有限公司办事员', '演示·余杭区商务局经办员']) {
      const answer = await ask(await demoBrowser(rounds.app, person), id, 'acceptance');
      const { error } = errorResponse.parse(await answer.json());
      expect([answer.status, error.code]).toEqual([404, 'case_unknown']);
    }
  });

  test('that is given back has a letter with all that is missing', async () => {
    await decide(rounds.app, '西湖区财政局', id, { kind: 'approve' });
    await decide(rounds.app, '西湖区科技局', id, { kind: 'return', reason: '审计报告缺第三页' });
    expect(await kindsOf(id)).toEqual(['acceptance', 'supplement']);
    const words = await wordsOf(id, 'supplement');
    for (const part of ['补正通知书', '审计报告缺第三页', '西湖区科技局', '停止计算'])
      expect(words).toContain(part);
  });

  test('that is rejected has a letter with the failed condition and the words of the clause', async () => {
    await must(enterprise, `/api/cases/${encodeURIComponent(id)}/complete`, {});
    await decide(rounds.app, '西湖区科技局', id, {
      kind: 'reject',
      reason: '经核查，研发费用归集不实',
      failedCondition: '年度研发投入比上年增加',
    });
    expect(await kindsOf(id)).toEqual(['acceptance', 'refusal']);
    const words = await wordsOf(id, 'refusal');
    for (const part of [
      '不予兑现决定书',
      '不符合的条件：年度研发投入比上年增加',
      '经核查，研发费用归集不实',
      clause,
      '出处：',
      '行政复议',
    ])
      expect(words).toContain(part);
  });
});

test('what is public is a document for everybody, also when it is nothing', async () => {
  const answer = await rounds.app.request('/api/publicity/docx');
  const buffer = Buffer.from(await answer.arrayBuffer());
  const { value } = await mammoth.extractRawText({ buffer });
  expect(value).toContain('截至2026年6月1日，没有正在公示的事项。');
});

test('what is public names enterprise, sum, last day and whose it is, programme by programme', () => {
  const one = {
    case: 'x',
    titleEn: 'x',
    district: '西湖区',
    fen: 28_000_000n,
    until: '2026-06-08',
    ownerName: '市科技局',
  };
  const cases = [
    { ...one, title: '研发补助', enterpriseName: '演示企业甲' },
    { ...one, title: '上市补助', enterpriseName: '演示企业乙', fen: null },
    { ...one, title: '研发补助', enterpriseName: '演示企业丙' },
  ];
  const { parts, signature } = publicLetter(cases, Temporal.PlainDate.from('2026-06-01'));
  expect(parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))).toEqual([
    [
      ['1', '演示企业甲', '西湖区', '28万元', '2026-06-08'],
      ['2', '演示企业丙', '西湖区', '28万元', '2026-06-08'],
    ],
    [['1', '演示企业乙', '西湖区', '', '2026-06-08']],
  ]);
  expect(parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))).toEqual([
    '一、研发补助',
    '二、上市补助',
    '三、异议',
  ]);
  expect(signature).toEqual(['市科技局']);
});

describe('a round without applications', () => {
  let id: string;
  beforeAll(async () => {
    const owner = await officerOf(rounds.app, '市科技局');
    await must(owner, '/api/programmes/demo-listing-tutoring/begin');
    id = await caseIn(enterprise, 'demo-listing-tutoring');
  });

  test('tells an enterprise what it is to get, and how to object', async () => {
    expect(await kindsOf(id)).toEqual(['automatic_notice']);
    const words = await wordsOf(id, 'automatic_notice');
    for (const part of [
      '免申即享告知书',
      '200万元（2,000,000.00元，大写：人民币贰佰万元整）',
      '5 个工作日',
      '认定的事实',
      '有异议的',
    ])
      expect(words).toContain(part);
  });

  test('decides when nobody objects any more: sum, clause, version and hash', async () => {
    await must(enterprise, `/api/cases/${encodeURIComponent(id)}/confirm`);
    expect(await kindsOf(id)).toEqual(['automatic_notice', 'grant']);
    const words = await wordsOf(id, 'grant');
    for (const part of [
      '兑现决定书',
      '人民币贰佰万元整',
      '出处：',
      '行政复议',
      '前在本办件页面申领',
    ])
      expect(words).toContain(part);
    expect(words).toMatch(/规则版本：[0-9a-f]{64}。决定摘要（SHA-256）：[0-9a-f]{64}。/u);
  });
});
