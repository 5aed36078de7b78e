import type { Language } from '@luodi/evaluation';
import type { CaseState } from '../contract/index.ts';

type Column =
  | 'case'
  | 'programme'
  | 'enterprise'
  | 'creditCode'
  | 'district'
  | 'state'
  | 'step'
  | 'round'
  | 'due'
  | 'late'
  | 'asked'
  | 'approved'
  | 'sum'
  | 'opened'
  | 'closed'
  | 'because'
  | 'until'
  | 'number'
  | 'at'
  | 'who'
  | 'whoId'
  | 'action'
  | 'subject'
  | 'reason'
  | 'detail'
  | 'hash'
  | 'note';

interface Words {
  readonly sheets: Readonly<Record<'cases' | 'work' | 'publicity' | 'journal' | 'about', string>>;
  readonly columns: Readonly<Record<Column, string>>;
  readonly states: Readonly<Record<CaseState, string>>;
  /** What is to be done about an objection. */
  readonly answer: string;
  readonly yes: string;
  readonly separator: string;
  readonly whole: (rows: number, at: string) => string;
  readonly cut: (rows: number, at: string) => string;
}

/** What the workbooks of cases, tasks, publicity and journal say in their own words. */
export const deliveryWords: Readonly<Record<Language, Words>> = {
  zh: {
    sheets: { cases: '办件', work: '待办', publicity: '公示', journal: '日志', about: '说明' },
    columns: {
      case: '办件编号',
      programme: '项目',
      enterprise: '企业',
      creditCode: '统一社会信用代码',
      district: '所在区',
      state: '状态',
      step: '环节',
      round: '轮次',
      due: '截止日期',
      late: '已超期',
      asked: '申请金额（元）',
      approved: '核定金额（元）',
      sum: '金额（元）',
      opened: '开始时间',
      closed: '结束时间',
      because: '结束原因',
      until: '异议截止',
      number: '序号',
      at: '时间',
      who: '操作人',
      whoId: '操作人编号',
      action: '动作',
      subject: '对象',
      reason: '理由',
      detail: '明细',
      hash: '哈希',
      note: '说明',
    },
    states: {
      draft: '待提交',
      open: '办理中',
      returned: '退回补正',
      disputed: '有异议',
      queued: '等候资金',
      completed: '已办结',
      rejected: '不予兑现',
      waived: '逾期未领',
      withdrawn: '已撤回',
    },
    answer: '答复异议',
    yes: '是',
    separator: '；',
    whole: (rows, at) => `${at} 导出，共 ${rows} 行，完整。`,
    cut: (rows, at) => `${at} 导出，只含前 ${rows} 行，后面还有。请缩小范围后再导出。`,
  },
  en: {
    sheets: {
      cases: 'Cases',
      work: 'Tasks',
      publicity: 'Publicity',
      journal: 'Journal',
      about: 'About',
    },
    columns: {
      case: 'Case',
      programme: 'Programme',
      enterprise: 'Enterprise',
      creditCode: 'Unified social credit code',
      district: 'District',
      state: 'State',
      step: 'Step',
      round: 'Round',
      due: 'Due',
      late: 'Overdue',
      asked: 'Asked for (CNY)',
      approved: 'Approved (CNY)',
      sum: 'Sum (CNY)',
      opened: 'Opened',
      closed: 'Closed',
      because: 'Why it ended',
      until: 'Objections until',
      number: 'No.',
      at: 'Time',
      who: 'Who',
      whoId: 'Id of who',
      action: 'Action',
      subject: 'Subject',
      reason: 'Reason',
      detail: 'Detail',
      hash: 'Hash',
      note: 'Note',
    },
    states: {
      draft: 'To be submitted',
      open: 'Under way',
      returned: 'Returned for completion',
      disputed: 'Objected to',
      queued: 'Waiting for funds',
      completed: 'Completed',
      rejected: 'Refused',
      waived: 'Not claimed in time',
      withdrawn: 'Withdrawn',
    },
    answer: 'Answer the objection',
    yes: 'yes',
    separator: '; ',
    whole: (rows, at) => `Exported ${at}: all ${rows} rows.`,
    cut: (rows, at) =>
      `Exported ${at}: the first ${rows} rows only; there are more. Narrow the question and export again.`,
  },
};
