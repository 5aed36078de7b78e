import { fail, ok, parseDate } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Sheet, SheetCell } from '../../facts/domain/import/sheet.ts';
import type { Receipt } from '../domain/receipt.ts';
import { fenOfYuan } from '../domain/yuan.ts';
import type { ReceiptFault } from './receipt-file.ts';

/** What banks call the columns. */
const headings: Readonly<Record<keyof Receipt, readonly string[]>> = {
  reference: ['流水号', '回单编号', '交易流水号', 'reference'],
  endToEndId: ['业务号', '端到端标识', '客户业务编号', 'end-to-end id'],
  fen: ['金额（元）', '金额(元)', '金额', 'amount'],
  outcome: ['结果', '交易结果', '状态', 'outcome'],
  reason: ['原因', '失败原因', '退汇原因', 'reason'],
  valueDate: ['入账日期', '交易日期', '日期', 'value date'],
};

const outcomes: Readonly<Record<string, Receipt['outcome']>> = {
  成功: 'paid',
  已付: 'paid',
  paid: 'paid',
  失败: 'returned',
  退汇: 'returned',
  退回: 'returned',
  returned: 'returned',
};

function wordsIn(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell.trim() : cell.shown;
}

type Columns = Readonly<Record<keyof Receipt, number>>;

function findColumns(titles: readonly SheetCell[]): Result<Columns, ReceiptFault> {
  const names = titles.map((title) => wordsIn(title).toLowerCase());
  const placeOf = (field: keyof Receipt) =>
    names.findIndex((name) => headings[field].includes(name));
  const columns: Columns = {
    reference: placeOf('reference'),
    endToEndId: placeOf('endToEndId'),
    fen: placeOf('fen'),
    outcome: placeOf('outcome'),
    reason: placeOf('reason'),
    valueDate: placeOf('valueDate'),
  };
  for (const field of ['reference', 'endToEndId', 'fen', 'outcome', 'valueDate'] as const)
    if (columns[field] === -1)
      return fail({ code: 'column_missing', row: 1, field, found: headings[field][0] ?? '' });
  return ok(columns);
}

function receiptOf(
  row: number,
  cells: readonly SheetCell[],
  columns: Columns,
): Result<Receipt, ReceiptFault> {
  const at = (field: keyof Receipt) => wordsIn(cells[columns[field]]);
  const wrong = (field: keyof Receipt) =>
    fail<ReceiptFault>({ code: 'value_invalid', row, field, found: at(field) });
  const fen = fenOfYuan(at('fen'));
  const outcome = outcomes[at('outcome').toLowerCase()];
  const valueDate = at('valueDate')
    .replaceAll(/[/.年月]/g, '-')
    .replace('日', '');
  if (at('reference') === '') return wrong('reference');
  if (at('endToEndId') === '') return wrong('endToEndId');
  if (fen === undefined) return wrong('fen');
  if (outcome === undefined) return wrong('outcome');
  if (parseDate(valueDate) === undefined) return wrong('valueDate');
  const reason = at('reason') === '' ? undefined : at('reason');
  return ok({
    reference: at('reference'),
    endToEndId: at('endToEndId'),
    fen,
    outcome,
    reason,
    valueDate,
  });
}

/** A last row of sums, as banks put under their lists. */
function isTotal(cells: readonly SheetCell[]): boolean {
  return cells.some((cell) => /^(?:合计|总计|total)$/i.test(wordsIn(cell)));
}

/** Reads a bank's list of receipts from the rows of a sheet (Excel or CSV); the first row names the columns. */
export function readReceiptSheet({ rows }: Sheet): Result<readonly Receipt[], ReceiptFault> {
  const [first, ...rest] = rows;
  const columns = findColumns(first?.cells ?? []);
  if (!columns.ok) return columns;
  const receipts: Receipt[] = [];
  for (const { number, cells } of rest) {
    if (isTotal(cells)) continue;
    const receipt = receiptOf(number, cells, columns.value);
    if (!receipt.ok) return receipt;
    receipts.push(receipt.value);
  }
  return ok(receipts);
}
