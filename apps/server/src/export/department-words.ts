import type { Language } from '@luodi/evaluation';

interface Words {
  readonly sheets: Readonly<
    Record<'measures' | 'tasks' | 'indicators' | 'procedures' | 'inspections' | 'sources', string>
  >;
  readonly columns: Readonly<
    Record<
      | 'measure'
      | 'kind'
      | 'matter'
      | 'amount'
      | 'upper'
      | 'conditions'
      | 'validity'
      | 'document'
      | 'clause'
      | 'number'
      | 'task'
      | 'content'
      | 'role'
      | 'due'
      | 'cycle'
      | 'outcome'
      | 'indicator'
      | 'unit'
      | 'base'
      | 'targets'
      | 'procedure'
      | 'step'
      | 'limit'
      | 'inspection'
      | 'target'
      | 'looksAt'
      | 'ratio'
      | 'frequency'
      | 'manner'
      | 'legalBasis'
      | 'quote'
      | 'source',
      string
    >
  >;
  readonly roles: Readonly<Record<'leads' | 'responsible' | 'assists', string>>;
  readonly cycles: Readonly<
    Record<'yearly' | 'half_yearly' | 'quarterly' | 'monthly' | 'weekly', string>
  >;
}

/** What the workbook of a department says in its own words. */
export const departmentWords: Readonly<Record<Language, Words>> = {
  zh: {
    sheets: {
      measures: '措施',
      tasks: '任务',
      indicators: '指标',
      procedures: '流程',
      inspections: '抽查',
      sources: '出处',
    },
    columns: {
      measure: '措施',
      kind: '种类',
      matter: '事项',
      amount: '金额（规则原文）',
      upper: '上限（元）',
      conditions: '条件',
      validity: '有效期',
      document: '文件',
      clause: '条款',
      number: '编号',
      task: '任务',
      content: '内容',
      role: '分工',
      due: '期限',
      cycle: '周期',
      outcome: '成果',
      indicator: '指标',
      unit: '单位',
      base: '基期',
      targets: '目标',
      procedure: '流程',
      step: '步骤',
      limit: '时限',
      inspection: '抽查事项',
      target: '对象',
      looksAt: '检查内容',
      ratio: '比例',
      frequency: '频次',
      manner: '方式',
      legalBasis: '依据',
      quote: '原文',
      source: '出处（文件:行）',
    },
    roles: { leads: '牵头', responsible: '责任', assists: '配合' },
    cycles: {
      yearly: '每年',
      half_yearly: '每半年',
      quarterly: '每季度',
      monthly: '每月',
      weekly: '每周',
    },
  },
  en: {
    sheets: {
      measures: 'Measures',
      tasks: 'Tasks',
      indicators: 'Indicators',
      procedures: 'Procedures',
      inspections: 'Inspections',
      sources: 'Sources',
    },
    columns: {
      measure: 'Measure',
      kind: 'Kind',
      matter: 'Matter',
      amount: 'Amount (words of the rule)',
      upper: 'At most (CNY)',
      conditions: 'Conditions',
      validity: 'In force',
      document: 'Document',
      clause: 'Clause',
      number: 'No.',
      task: 'Task',
      content: 'Content',
      role: 'Role',
      due: 'Due',
      cycle: 'Recurs',
      outcome: 'Outcome',
      indicator: 'Indicator',
      unit: 'Unit',
      base: 'Base',
      targets: 'Targets',
      procedure: 'Procedure',
      step: 'Step',
      limit: 'Time limit',
      inspection: 'Item of inspection',
      target: 'Whom or what',
      looksAt: 'Looks at',
      ratio: 'Share',
      frequency: 'How often',
      manner: 'Manner',
      legalBasis: 'Legal basis',
      quote: 'Words of the clause',
      source: 'Source (file:line)',
    },
    roles: { leads: 'leads', responsible: 'responsible', assists: 'assists' },
    cycles: {
      yearly: 'every year',
      half_yearly: 'every half-year',
      quarterly: 'every quarter',
      monthly: 'every month',
      weekly: 'every week',
    },
  },
};
