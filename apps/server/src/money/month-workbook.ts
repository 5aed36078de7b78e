import { yuanText } from '@luodi/delivery';
import ExcelJS from 'exceljs';
import type { MonthResponse } from '../contract/index.ts';
import { addSheet, money } from '../export/sheet.ts';
import type { Column } from '../export/sheet.ts';

/** What accounts are called in the reports that offices send each other. */
const purposes: Readonly<Record<string, string>> = {
  appropriation: '预算安排',
  available: '可用',
  reserved: '预留',
  approved: '已核定未下达',
  ordered: '已下达未付',
  spent: '已支付',
  treasury: '国库付出',
  payees: '收款人',
  receivable: '应收（代垫）',
  payable: '应付（代垫）',
  recoverable: '应追回',
  recovery_due: '待冲回',
  interest: '利息',
};

/** Excel has numbers of its own; at two decimals they show every sum of a city to the fen. */
function yuan(fen: string): number {
  return Number(yuanText(BigInt(fen)));
}

function sums(...headers: readonly string[]): readonly Column[] {
  return headers.map((header) => ({ header, width: 18, numbers: money }));
}

/** The report of a month as a workbook: every account, and what happened programme by programme. */
export async function monthWorkbook({
  lines,
  programmes,
}: MonthResponse): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '落地 Luodi';
  addSheet(
    workbook,
    '科目',
    [
      { header: '预算年度', width: 10 },
      { header: '单位', width: 26 },
      { header: '科目', width: 18 },
      { header: '对方', width: 26 },
      ...sums('期初（元）', '增加（元）', '减少（元）', '期末（元）'),
    ],
    lines.map((line) => [
      line.year,
      line.holderName,
      purposes[line.purpose] ?? line.purpose,
      line.counterpartyName,
      ...[line.opening, line.added, line.taken, line.closing].map(yuan),
    ]),
  );
  addSheet(
    workbook,
    '项目',
    [
      { header: '项目', width: 44, wraps: true },
      { header: '编号', width: 26 },
      { header: '办件数', width: 10 },
      ...sums('核定（元）', '下达（元）', '支付（元）', '退回（元）'),
    ],
    programmes.map((each) => [
      each.title,
      each.programme,
      each.cases,
      ...[each.approved, each.ordered, each.paid, each.returned].map(yuan),
    ]),
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
