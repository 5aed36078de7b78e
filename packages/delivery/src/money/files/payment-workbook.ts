import ExcelJS from 'exceljs';
import { totalOf } from '../domain/part.ts';
import { yuanText } from '../domain/yuan.ts';
import type { BatchFile } from '../store/batch-file.ts';

const columns = [
  { header: '序号', key: 'number', width: 8 },
  { header: '收款人户名', key: 'name', width: 36 },
  { header: '收款账号', key: 'account', width: 28 },
  { header: '开户行', key: 'bank', width: 36 },
  { header: '金额（元）', key: 'sum', width: 18 },
  { header: '用途', key: 'purpose', width: 40 },
  { header: '业务号', key: 'id', width: 36 },
] as const;

/** A batch as a workbook for banks that take no XML. Sums and account numbers are texts: a spreadsheet would round long ones. */
export async function paymentWorkbook(batch: BatchFile): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('付款清单', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ ...column, style: { numFmt: '@' } }));
  sheet.getColumn('sum').alignment = { horizontal: 'right' };
  sheet.getRow(1).font = { bold: true };
  for (const [place, { account, fen, purpose, endToEndId }] of batch.payments.entries())
    sheet.addRow({
      number: String(place + 1),
      name: account.name,
      account: account.number,
      bank: account.bank,
      sum: yuanText(fen),
      purpose,
      id: endToEndId,
    });
  sheet.addRow({ name: '合计', sum: yuanText(totalOf(batch.payments)) }).font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
