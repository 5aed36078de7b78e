import type { moneyErrorCodes } from '../contract/money-errors.ts';
import type { ErrorWords } from './error-words.ts';

/** What a person is told when a command about money is refused. */
export const moneyErrors = {
  not_your_money: {
    status: 403,
    zh: '这笔资金不归您的机构管',
    en: 'the money is not your office’s to handle',
    hintZh: '请由管这个机构资金的财务人员办理',
    hintEn: 'ask the finance officers of the body',
  },
  pool_exists: {
    status: 409,
    zh: '已有这个资金池',
    en: 'there is such a pool already',
    hintZh: '请换一个名称',
    hintEn: 'choose another name',
  },
  pool_unknown: {
    status: 404,
    zh: '没有这个资金池',
    en: 'there is no such pool',
    hintZh: '请先建立资金池',
    hintEn: 'open it first',
  },
  not_rolling: {
    status: 409,
    zh: '这个资金池的结余不能结转到那一年',
    en: 'what is left cannot be carried into that year',
    hintZh: '请核对文件是否写明滚动使用',
    hintEn: 'check whether the document lets it roll',
  },
  batch_exists: {
    status: 409,
    zh: '已有这个批次号',
    en: 'there is such a batch already',
    hintZh: '请换一个批次号',
    hintEn: 'choose another number',
  },
  batch_unknown: {
    status: 404,
    zh: '没有这个批次',
    en: 'there is no such batch',
    hintZh: '请刷新页面',
    hintEn: 'reload the page',
  },
  batch_changed: {
    status: 409,
    zh: '待付的款项和刚才显示的不一样了',
    en: 'what would be paid is no longer what was shown',
    hintZh: '请重新查看合计后再生成',
    hintEn: 'look at the total again',
  },
  batch_not_prepared: {
    status: 409,
    zh: '这个批次已经送出',
    en: 'the batch went out already',
    hintZh: '请等银行回单',
    hintEn: 'wait for the bank',
  },
  nothing_to_pay: {
    status: 409,
    zh: '没有待付的款项',
    en: 'nothing waits to be paid',
    hintZh: '企业申领后才有待付的款项',
    hintEn: 'payments wait once enterprises have claimed',
  },
  file_differs: {
    status: 409,
    zh: '送银行的文件不是这个批次的文件',
    en: 'the file given to the bank is not the one of this batch',
    hintZh: '请重新下载文件',
    hintEn: 'download it again',
  },
  receipt_unreadable: {
    status: 422,
    zh: '回单文件读不懂',
    en: 'the receipts cannot be read',
    hintZh: '请按 details 指出的行改正',
    hintEn: 'mend the row that the details name',
  },
  claim_exceeded: {
    status: 409,
    zh: '清算的金额多于所欠',
    en: 'more than is owed',
    hintZh: '所欠金额见 details',
    hintEn: 'the details name what is owed',
  },
} as const satisfies Record<(typeof moneyErrorCodes)[number], ErrorWords>;
