/**
 * How long a whole city's table takes: `npx tsx packages/delivery/scripts/measure-facts.ts [rows] [PostgreSQL URL]` writes a workbook of
 * made-up enterprises, imports it with ten facts each, and assembles everybody's facts.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { loadContent } from '@luodi/language';
import { openDatabase, readAs, readContentFolder, systemActor } from '@luodi/platform';
import {
  acceptImport,
  everybodysFacts,
  readCreditCode,
  readFactSources,
  readSheet,
} from '../src/index.ts';

const [, , rowsText = '50000', url] = process.argv;
const rows = Number(rowsText);
const city = fileURLToPath(new URL('../../../content/hangzhou', import.meta.url));

const headings = [
  '统一社会信用代码',
  '企业名称',
  '所在区',
  '年营业收入（万元）',
  '年度研发投入（万元）',
  '2024年年营业收入（万元）',
  '2024年年度研发投入（万元）',
  '高新技术企业',
  '科技型中小企业',
  '规上工业企业',
  '小微企业',
  '成立日期',
];

function codeOf(number: number): string {
  const first = `91330100MEAT${String(number).padStart(5, '0')}`;
  const last = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').find(
    (character) => readCreditCode(first + character).ok,
  );
  return first + (last ?? '');
}

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('企业');
  sheet.addRow(headings);
  const yes = (number: number, of: number) => (number % of === 0 ? '是' : '否');
  for (let at = 0; at < rows; at += 1)
    sheet.addRow([
      codeOf(at),
      `示例企业${at}`,
      at % 2 === 0 ? '西湖' : '余杭',
      at + 0.25,
      at / 8,
      at + 0.5,
      at / 16,
      yes(at, 5),
      yes(at, 3),
      yes(at, 7),
      yes(at, 2),
      new Date(Date.UTC(2000 + (at % 24), at % 12, 1 + (at % 28))),
    ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

let began = performance.now();
function lap(what: string): void {
  const now = performance.now();
  const memory = Math.round(process.memoryUsage().rss / 1_000_000);
  console.log(`${what}: ${((now - began) / 1000).toFixed(1)} s, ${memory} MB`);
  began = performance.now();
}

const { content } = loadContent(await readContentFolder(city), 'measures');
const sources = readFactSources(await readFile(`${city}/fact-sources.yaml`, 'utf8'));
const opened = await openDatabase(url === undefined ? { kind: 'memory' } : { kind: 'server', url });
if (!sources.ok || !opened.ok) throw new Error('the sources are read and the database opens');
const rules = { vocabulary: content.vocabulary, sources: sources.value };
const { queries } = opened.value;
const system = systemActor('measure');
lap('content and database');
const bytes = await workbook();
lap(`a workbook of ${rows} rows, ${(bytes.length / 1_000_000).toFixed(1)} MB, written`);
const sheet = await readSheet({ name: '企业.xlsx', bytes });
if (!sheet.ok) throw new Error(sheet.error.code);
lap('read');
const at = new Date();
const input = {
  sheet: sheet.value,
  source: 'tax',
  mapping: undefined,
  year: 2025,
  addUnknown: true,
  fileSha256: 'measured',
  asOf: '2026-01-01',
};
for (const key of ['first', 'again']) {
  const accepted = await acceptImport({ queries, rules }, { key, actor: system, at, input });
  if (!accepted.ok) throw new Error(accepted.error.code);
  lap(`accepted (${key}) ${JSON.stringify(accepted.value.counts)}`);
}
let count = 0;
await readAs(queries, system, async (transaction) => {
  for await (const page of everybodysFacts(transaction, at, rules)) count += page.length;
});
lap(`everybody’s facts, ${count} enterprises`);
await opened.value.close();
