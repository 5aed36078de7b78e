import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readSheet, sheetLimits } from '../../src/index.ts';
import type { Sheet } from '../../src/index.ts';

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('数据'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(bytes: Uint8Array, limits = sheetLimits): Promise<Sheet> {
  const sheet = await readSheet({ name: '表', bytes }, limits);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}

const cells: readonly {
  readonly name: string;
  readonly value: ExcelJS.CellValue;
  readonly format?: string;
  readonly read: unknown;
}[] = [
  { name: 'text without the spaces around it', value: ' 甲 ', read: '甲' },
  { name: 'a number as it is shown, not as it is stored', value: 0.1 + 0.2, read: '0.3' },
  { name: 'a large number in digits', value: 123456789012345, read: '123456789012345' },
  { name: 'a small number in digits', value: 0.0000012, read: '0.0000012' },
  {
    name: 'a number of which digits are lost',
    value: 1234567890123456,
    read: { trouble: 'imprecise', shown: '1234567890123460' },
  },
  { name: 'a percentage', value: 0.057, format: '0.0%', read: '5.7%' },
  { name: 'a day', value: new Date(Date.UTC(2024, 1, 29)), read: '2024-02-29' },
  { name: 'yes', value: true, read: '是' },
  { name: 'a formula by its result', value: { formula: 'A1*2', result: 4 }, read: '4' },
  {
    name: 'a formula without a result',
    value: { formula: 'A1*2' },
    read: { trouble: 'no_result', shown: '' },
  },
  {
    name: 'an error',
    value: { error: '#N/A' },
    read: { trouble: 'error_value', shown: '#N/A' },
  },
  {
    name: 'text in several fonts',
    value: { richText: [{ text: '甲' }, { text: '乙', font: { bold: true } }] },
    read: '甲乙',
  },
];
describe('a cell of a workbook is read', () => {
  for (const c of cells)
    test(c.name, async () => {
      const bytes = await workbook((sheet) => {
        const cell = sheet.getCell('B2');
        cell.value = c.value;
        if (c.format !== undefined) cell.numFmt = c.format;
        sheet.getCell('A2').value = 'x';
      });
      expect((await read(bytes)).rows).toEqual([{ number: 2, cells: ['x', c.read] }]);
    });
});

const gb18030 = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x41, 0x0a, 0xbc, 0xd7, 0x2c, 0x31]);
const texts: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: 'in UTF-8', bytes: new TextEncoder().encode('名称,A\n甲,1') },
  { name: 'in UTF-8 with a mark', bytes: new TextEncoder().encode('\uFEFF名称,A\r\n甲,1\r\n') },
  { name: 'in GB 18030', bytes: gb18030 },
  { name: 'with tabulators', bytes: new TextEncoder().encode('名称\tA\n甲\t1') },
  { name: 'with quotation marks', bytes: new TextEncoder().encode('"名称","A"\n"甲","1"') },
  { name: 'with digits kept as text', bytes: new TextEncoder().encode('名称,A\n甲,"=""1"""') },
];
describe('a CSV file is read', () => {
  for (const c of texts)
    test(c.name, async () =>
      expect((await read(c.bytes)).rows).toEqual([
        { number: 1, cells: ['名称', 'A'] },
        { number: 2, cells: ['甲', '1'] },
      ]),
    );
});

test('the first sheet that is shown and holds anything is read, and the others are named', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('空');
  book.addWorksheet('藏', { state: 'hidden' }).addRow(['x']);
  book.addWorksheet('表').addRow(['甲', '乙']);
  book.addWorksheet('另').addRow(['丙']);
  const sheet = await read(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(sheet).toMatchObject({ name: '表', others: ['空', '另'] });
});

test('pictures, tables and links of a workbook do not keep its cells from being read', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addTable({
      name: 'T',
      ref: 'A1',
      columns: [{ name: '甲' }, { name: '乙' }],
      rows: [['1', '2']],
    });
    sheet.mergeCells('A3:B3');
    sheet.getCell('A3').value = { text: '网址', hyperlink: 'https://example.org/' };
  });
  expect((await read(bytes)).rows.map(({ cells: row }) => row[0])).toEqual(['甲', '1', '网址']);
});

/** A workbook whose one sheet is this XML. */
async function withSheetXml(xml: string): Promise<Uint8Array> {
  const { default: zip } = await import('jszip');
  const file = await zip.loadAsync(await workbook((sheet) => sheet.addRow(['x'])));
  file.file('xl/worksheets/sheet1.xml', xml);
  return file.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const head = '<?xml version="1.0"?>';
const openSheet =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const hostile: readonly {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  readonly code: string;
}[] = [
  { name: 'nothing', bytes: () => new Uint8Array(), code: 'empty' },
  {
    name: 'more than the limit',
    bytes: () => new Uint8Array(sheetLimits.file + 1),
    code: 'too_large',
  },
  {
    name: 'a workbook that unpacks to a thousand times its size',
    bytes: () =>
      withSheetXml(`${head}${openSheet}${' '.repeat(30_000_000)}</sheetData></worksheet>`),
    code: 'zip_bomb',
  },
  {
    name: 'a workbook that declares entities',
    bytes: () =>
      withSheetXml(`${head}<!DOCTYPE a [<!ENTITY b "c">]>${openSheet}</sheetData></worksheet>`),
    code: 'damaged',
  },
  {
    name: 'a workbook cut off in the middle',
    bytes: async () => (await workbook((sheet) => sheet.addRow(['x']))).slice(0, 2000),
    code: 'damaged',
  },
  {
    name: 'a sheet that is no XML',
    bytes: () => withSheetXml(`${head}<worksheet><sheetData><row r="1"`),
    code: 'damaged',
  },
  {
    name: 'an old workbook',
    bytes: () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    code: 'not_a_document',
  },
  {
    name: 'a picture',
    bytes: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    code: 'not_a_document',
  },
  {
    name: 'a CSV file with an open quotation mark',
    bytes: () => new TextEncoder().encode('a,b\n"c,d\ne,f'),
    code: 'damaged',
  },
  {
    name: 'an empty workbook',
    bytes: () => workbook(() => undefined),
    code: 'empty',
  },
];
describe('is refused with a reason:', () => {
  for (const c of hostile)
    test(c.name, async () => {
      const sheet = await readSheet({ name: '表', bytes: await c.bytes() });
      expect(sheet.ok ? 'read' : sheet.error.code).toBe(c.code);
    });
});

test('more rows than the limit are refused', async () => {
  const bytes = new TextEncoder().encode('a\nb\nc');
  const sheet = await readSheet({ name: '表', bytes }, { ...sheetLimits, rows: 2 });
  expect(sheet).toMatchObject({ ok: false, error: { code: 'too_large' } });
});

test('a cell far to the right or far below costs nothing', async () => {
  const bytes = await withSheetXml(
    `${head}${openSheet}<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row></sheetData></worksheet>`,
  );
  expect((await read(bytes)).rows).toEqual([
    { number: 1, cells: ['甲'] },
    { number: 1_048_576, cells: ['2'] },
  ]);
});
