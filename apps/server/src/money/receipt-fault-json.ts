import type { Receipt, ReceiptFault } from '@luodi/delivery';
import type { ErrorDetail } from '../contract/index.ts';
import { detail } from '../errors/refusal.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const labels: Readonly<Record<keyof Receipt, Words>> = {
  reference: { zh: '流水号', en: 'reference' },
  endToEndId: { zh: '业务号', en: 'end-to-end id' },
  fen: { zh: '金额', en: 'amount' },
  outcome: { zh: '结果', en: 'outcome' },
  reason: { zh: '原因', en: 'reason' },
  valueDate: { zh: '入账日期', en: 'value date' },
};

const hints: Readonly<Record<keyof Receipt, Words>> = {
  reference: { zh: '每笔都要有银行的流水号', en: 'each receipt needs the reference of the bank' },
  endToEndId: {
    zh: '请写付款文件里的业务号，以便对上付款',
    en: 'give the id of the payment file, by which the payment is found',
  },
  fen: {
    zh: '请写人民币金额，最多两位小数',
    en: 'write an amount of CNY with two decimals at most',
  },
  outcome: { zh: '请写“成功”或“退汇”', en: 'write “paid” or “returned”' },
  reason: { zh: '请写文字', en: 'write words' },
  valueDate: { zh: '请写成 2026-03-05 这样', en: 'write it like 2026-03-05' },
};

const otherFile: Words = {
  zh: '请从网银导出 camt.054，或带标题行的 Excel、CSV 清单',
  en: 'export camt.054 from the bank, or a list with headings in Excel or CSV',
};

function wordsOf({ code, row, field, found }: ReceiptFault): readonly [Words, Words] {
  if (field === 'file' || code === 'not_a_receipt_file')
    return [
      {
        zh: `这不是可以读的回单文件（${found}）`,
        en: `no file of receipts that can be read (${found})`,
      },
      otherFile,
    ];
  const { zh, en } = labels[field];
  if (code === 'column_missing')
    return [{ zh: `没有“${zh}”一列`, en: `there is no column “${found}” (${en})` }, otherFile];
  return [
    {
      zh: `第 ${row} 行（笔）的${zh}不对：“${found}”`,
      en: `the ${en} of row (or entry) ${row} is wrong: “${found}”`,
    },
    hints[field],
  ];
}

/** What is wrong with a bank's file, where, and how to mend it. */
export function receiptFaultJson(fileName: string, fault: ReceiptFault): ErrorDetail {
  return detail(fileName, fault.code, ...wordsOf(fault));
}
