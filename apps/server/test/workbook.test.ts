import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { post, townApp } from './town-app.ts';

async function workbook(body: unknown): Promise<ExcelJS.Workbook> {
  const { app } = await townApp();
  const answer = await post(app, '/api/export/xlsx', body);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="luodi-2025-06-01.xlsx"',
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book;
}

function column(book: ExcelJS.Workbook, sheet: string, header: string): readonly unknown[] {
  const found = book.getWorksheet(sheet)!;
  const index = [...Array(found.columnCount).keys()].find(
    (at) => found.getRow(1).getCell(at + 1).value === header,
  );
  if (index === undefined) throw new Error(`no column ${header}`);
  return [...Array(found.rowCount - 1).keys()].map(
    (at) => found.getRow(at + 2).getCell(index + 1).value,
  );
}

const request = {
  facts: { 高企: true, 投入额: '1234567.89元', 评定等次: '甲等' },
  date: '2025-06-01',
};

test('sums are numbers in yuan with their kind, and the totals reckon', async () => {
  const book = await workbook(request);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['可得', '事实', '出处']);
  expect(column(book, '可得', '措施')).toEqual([
    '投入补助·按率',
    '房租补贴',
    '投入补助·定额',
    '合计',
  ]);
  expect(column(book, '可得', '金额（元）')).toEqual([123_456.78, 30_000, null, null]);
  expect(column(book, '可得', '金额性质')).toEqual(['最高', '定额', '', null]);
  expect(column(book, '可得', '计入合计·确定（元）').at(-1)).toEqual({
    formula: 'SUM(F2:F4)',
    result: 30_000,
  });
  expect(column(book, '可得', '计入合计·至多（元）').at(-1)).toEqual({
    formula: 'SUM(G2:G4)',
    result: 153_456.78,
  });
  const owed = book.getWorksheet('可得')!;
  expect(owed.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(owed.getCell('E2').numFmt).toBe('#,##0.00');
});

test('the facts stand as stated, the clauses with their words and lines', async () => {
  const book = await workbook(request);
  expect(column(book, '事实', '所填的值').slice(2)).toEqual(['是', '1234567.89元', '甲等']);
  expect(column(book, '出处', '出处（文件:行）')).toEqual([
    'town.txt:1',
    'town.txt:2',
    'town.txt:1',
  ]);
  expect(column(book, '出处', '原文')[1]).toBe('评定为甲等的补贴3万元，乙等的补贴1万元。');
});

test('in English', async () => {
  const book = await workbook({ ...request, lang: 'en' });
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Entitlements', 'Facts', 'Sources']);
  expect(column(book, 'Entitlements', 'Finding')).toEqual([
    'Entitled',
    'Entitled',
    'Not entitled',
    null,
  ]);
});
