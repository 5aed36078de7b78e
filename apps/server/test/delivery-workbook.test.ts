import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startResponse } from '../src/contract/index.ts';
import { journalWorkbook } from '../src/export/delivery-workbook.ts';
import { demoBrowser } from './record-app.ts';
import type { Browser } from './record-app.ts';
import { applicant, applied, must, officerOf, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

const trick = '=HYPERLINK("http://example.com","点我")';

let rounds: RoundsApp;
let id: string;

beforeAll(async () => {
  rounds = await roundsApp();
  const enterprise = await applicant(rounds.app);
  const begun = await must(enterprise, '/api/cases', { programme: 'demo-rd-subsidy' });
  const { case: first } = startResponse.parse(begun);
  await must(enterprise, `/api/cases/${first}/withdraw`, { because: trick });
  id = await applied(rounds.app, enterprise);
});
afterAll(() => rounds.database.close());

async function opened(bytes: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

async function workbookAt(browser: Browser, path: string): Promise<ExcelJS.Workbook> {
  const answer = await browser.send('GET', path);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename\*=UTF-8''luodi-[a-z]+\.xlsx$/u),
  ]);
  return opened(await answer.arrayBuffer());
}

/** The cells of a sheet as shown, row by row, the header first. */
function cellsOf(workbook: ExcelJS.Workbook, name: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  workbook.getWorksheet(name)?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

describe('cases as a workbook', () => {
  test('are an enterprise’s own, with why they ended', async () => {
    const workbook = await workbookAt(await applicant(rounds.app), '/api/cases/xlsx');
    const [header = [], ...rows] = cellsOf(workbook, '办件');
    expect(header.slice(0, 4)).toEqual(['办件编号', '项目', '企业', '统一社会信用代码']);
    expect(rows.map((row) => [row[2], row[5]])).toEqual([
      ['演示企业甲（杭州）有限公司', '办理中'],
      ['演示企业甲（杭州）有限公司', '已撤回'],
    ]);
    expect(cellsOf(workbook, '说明')[1]).toEqual(['2026-06-01 09:00:00 导出，共 2 行，完整。']);
  });

  test('hold no formula: words that look like one stay words, also after an edit', async () => {
    const workbook = await workbookAt(await applicant(rounds.app), '/api/cases/xlsx');
    const cell = workbook.getWorksheet('办件')?.getCell('M3');
    expect([cell?.value, cell?.type, cell?.numFmt]).toEqual([trick, ExcelJS.ValueType.String, '@']);
  });

  test('are chosen by state, and speak English when asked', async () => {
    const officer = await officerOf(rounds.app, '西湖区科技局');
    const workbook = await workbookAt(officer, '/api/cases/xlsx?state=open&lang=en');
    const [header = [], ...rows] = cellsOf(workbook, 'Cases');
    expect(header[0]).toBe('Case');
    expect(rows.map((row) => [row[0], row[5]])).toEqual([[id, 'Under way']]);
  });

  test('of another district are not there', async () => {
    const officer = await officerOf(rounds.app, '余杭区科技局');
    expect(cellsOf(await workbookAt(officer, '/api/cases/xlsx'), '办件')).toHaveLength(1);
  });
});

test('what waits for an office is a workbook with its deadlines', async () => {
  const officer = await officerOf(rounds.app, '西湖区科技局');
  const [, ...rows] = cellsOf(await workbookAt(officer, '/api/work/xlsx'), '待办');
  expect(rows.map((row) => [row[0], row[2], row[5], row[8]])).toEqual([
    ['2026-06-15', '演示企业甲（杭州）有限公司', '属地审核', id],
  ]);
});

test('what is public is a workbook for everybody, empty as long as nothing is', async () => {
  const workbook = await opened(
    await (await rounds.app.request('/api/publicity/xlsx')).arrayBuffer(),
  );
  expect(cellsOf(workbook, '公示')).toEqual([
    ['企业', '所在区', '项目', '金额（元）', '异议截止', '办件编号'],
  ]);
});

describe('the journal as a workbook', () => {
  test('holds what was searched, newest first', async () => {
    const auditor = await demoBrowser(rounds.app, '演示·市审计局审计员');
    const path = `/api/journal/xlsx?subject=${encodeURIComponent(id)}`;
    const [, ...rows] = cellsOf(await workbookAt(auditor, path), '日志');
    expect(rows.map((row) => row[4])).toEqual(['case.submit', 'case.attach', 'case.start']);
    expect(rows[0]?.[8]).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('says where it was cut', async () => {
    const at = new Date('2026-06-01T01:00:00Z');
    const bytes = await journalWorkbook({ rows: [], isCut: true, at }, 'zh');
    expect(cellsOf(await opened(bytes.buffer), '说明')[1]?.[0]).toContain('只含前 0 行，后面还有');
  });

  test('cuts a text that Excel could not open', async () => {
    const at = new Date('2026-06-01T01:00:00Z');
    const entry = { sequence: 1n, at, actor: 'x', actorName: undefined, action: 'x', hash: 'x' };
    const long = { ...entry, subject: 'x', reason: '长'.repeat(40_000), detail: {} };
    const bytes = await journalWorkbook({ rows: [long], isCut: false, at }, 'zh');
    expect(cellsOf(await opened(bytes.buffer), '日志')[1]?.[6]).toHaveLength(32_767);
  });
});
