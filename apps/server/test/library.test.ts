import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import {
  coverageResponse,
  departmentResponse,
  departmentsResponse,
  differencesResponse,
  documentCoverageResponse,
  documentsResponse,
  matterResponse,
  mattersResponse,
} from '../src/contract/index.ts';
import { getJson, townApp } from './town-app.ts';

const town = await townApp();
const get = (path: string) => getJson(town.app, path);

test('a list of documents says how much is in each and whom it concerns', async () => {
  const found = documentsResponse.parse(await get('/api/documents'));
  expect(found.map(({ id, counts, departments }) => [id, counts, departments])).toEqual([
    ['town-growth', { clauses: 1, tasks: 0, indicators: 0, openReadings: 0 }, ['科技局', '财政局']],
    [
      'town-rent',
      { clauses: 2, tasks: 1, indicators: 1, openReadings: 0 },
      ['房管局', '科技局', '税务局'],
    ],
  ]);
});

describe('coverage', () => {
  test('of every document in numbers', async () => {
    const [, rent] = coverageResponse.parse(await get('/api/coverage'));
    expect(rent).toMatchObject({
      document: 'town-rent',
      clauses: 2,
      encodedClauses: 2,
      entries: { measures: 1, tasks: 1, indicators: 1, procedures: 1 },
      figures: { notCarried: [] },
    });
  });

  test('of one document with the place of each figure that no rule carries', async () => {
    const found = documentCoverageResponse.parse(await get('/api/coverage/town-growth'));
    expect(found.figures.notCarried).toEqual([]);
    expect(found.figures.carried).toBe(found.figures.quoted);
    expect(found.readings).toEqual([]);
    expect(found.inert).toEqual([]);
  });
});

test('the differences of two documents: front matter, clauses word by word, rules', async () => {
  const found = differencesResponse.parse(await get('/api/diff/town-growth/town-rent'));
  const lead = found.header.find(({ field }) => field === '牵头');
  expect(lead).toMatchObject({ earlier: '科技局', later: '房管局' });
  const words = lead?.words ?? [];
  expect(words.flatMap(({ kind, text }) => (kind === 'added' ? [] : [text])).join('')).toBe(
    '科技局',
  );
  expect(found.clauses.map(({ change }) => change)).toEqual(['added', 'added', 'removed']);
  expect(found.entries.map(({ change, name }) => `${change} ${name}`)).toContain('added 房租补贴');
});

test('a document does not differ from itself', async () => {
  const found = differencesResponse.parse(await get('/api/diff/town-rent/town-rent'));
  expect(found.header).toEqual([]);
  expect(found.entries).toEqual([]);
  expect(found.clauses.map(({ change }) => change)).toEqual(['same', 'same']);
});

test('departments by the names in use now, those with most to do first', async () => {
  const found = departmentsResponse.parse(await get('/api/departments'));
  expect(found).toMatchObject([
    {
      name: '科技局',
      measures: 2,
      tasks: 1,
      indicators: 0,
      procedures: 1,
      inspections: 1,
      documents: 2,
    },
    {
      name: '住房局',
      nameEn: 'Housing Bureau',
      formerNames: ['房管局'],
      measures: 1,
      documents: 1,
    },
    { name: '税务局', measures: 0, inspections: 1, documents: 1 },
    { name: '财政局', nameEn: null, formerNames: [], measures: 1, documents: 1 },
  ]);
});

test('a department is found under a name that it had', async () => {
  const found = departmentResponse.parse(
    await get(`/api/departments/${encodeURIComponent('房管局')}`),
  );
  expect(found).toMatchObject({ name: '住房局', history: '2025年由房管局更名' });
});

test('one department: what it pays, what it is told to do, where it acts, what it inspects', async () => {
  const found = departmentResponse.parse(
    await get(`/api/departments/${encodeURIComponent('科技局')}`),
  );
  expect(found.measures.map(({ id }) => id)).toEqual([
    'town-growth/投入补助·按率',
    'town-growth/投入补助·定额',
  ]);
  expect(found.tasks).toMatchObject([
    {
      role: 'leads',
      place: { document: 'town-rent', clause: '二、服务' },
      task: { number: '1', due: '2026', cycle: 'yearly' },
    },
  ]);
  expect(found.procedures).toMatchObject([
    { label: '租金补助办理', steps: [{ label: '办结', limit: { length: { number: '5' } } }] },
  ]);
  expect(found.inspections).toMatchObject([
    {
      role: 'leads',
      place: { document: 'town-rent', clause: '二、服务' },
      inspection: { label: '租用厂房', target: '企业', ratio: { comparison: 'at_most' } },
    },
  ]);
});

test('a department that only assists in an inspection is a department too', async () => {
  const found = departmentResponse.parse(
    await get(`/api/departments/${encodeURIComponent('税务局')}`),
  );
  expect(found).toMatchObject({ measures: [], tasks: [], indicators: [], procedures: [] });
  expect(found.inspections.map(({ role, inspection }) => [role, inspection.label])).toEqual([
    ['assists', '租用厂房'],
  ]);
});

test('one department as a workbook: a sheet a kind, and the words that it rests on', async () => {
  const answer = await town.app.request(
    `/api/departments/${encodeURIComponent('科技局')}/xlsx?lang=zh`,
  );
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['措施', 3],
    ['任务', 2],
    ['指标', 1],
    ['流程', 2],
    ['抽查', 2],
    ['出处', 3],
  ]);
  expect(book.getWorksheet('措施')?.getCell('E2').value).toBe(1_000_000);
  expect(book.getWorksheet('任务')?.getCell('D2').value).toBe('牵头');
  expect(
    ['A2', 'B2', 'C2', 'E2'].map((cell) => book.getWorksheet('抽查')?.getCell(cell).value),
  ).toEqual(['租用厂房', '牵头', '企业', '不高于 5%']);
});

test('matters with how many documents speak of each', async () => {
  const found = mattersResponse.parse(await get('/api/matters'));
  expect(found).toEqual([
    { name: '投入补助', nameEn: 'Investment subsidy', measures: 2, documents: ['town-growth'] },
    { name: '房租补贴', nameEn: 'Rent subsidy', measures: 1, documents: ['town-rent'] },
  ]);
});

test('the measures of a matter side by side, and which exclude which', async () => {
  const found = matterResponse.parse(
    await get(`/api/matters/${encodeURIComponent('Investment subsidy')}`),
  );
  expect(found.measures.map(({ label, amount }) => [label, amount])).toEqual([
    ['投入补助·按率', { words: '最高 投入额 × 10%，封顶 100万元', upperFen: 100_000_000 }],
    ['投入补助·定额', { words: '80万元', upperFen: 80_000_000 }],
  ]);
  expect(found.stacking).toEqual([{ document: 'town-growth', rule: 'best_of_matter', words: [] }]);
  expect(found.exclusions).toEqual([
    {
      measures: ['town-growth/投入补助·按率', 'town-growth/投入补助·定额'],
      because: 'same_matter',
    },
  ]);
});
