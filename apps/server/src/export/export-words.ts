import type { AmountKind, Language } from '@luodi/evaluation';
import type { MeasureKind } from '@luodi/language';

interface Words {
  readonly sheets: { readonly owed: string; readonly facts: string; readonly sources: string };
  readonly columns: Readonly<
    Record<
      | 'measure'
      | 'status'
      | 'kind'
      | 'amountKind'
      | 'amount'
      | 'countedExact'
      | 'countedUpper'
      | 'total'
      | 'formula'
      | 'missing'
      | 'because'
      | 'matter'
      | 'departments'
      | 'validity'
      | 'document'
      | 'fact'
      | 'value'
      | 'date'
      | 'version'
      | 'definition'
      | 'factSource'
      | 'clause'
      | 'quote'
      | 'source'
      | 'id',
      string
    >
  >;
  readonly amountKinds: Readonly<Record<AmountKind, string>>;
  readonly measureKinds: Readonly<Record<MeasureKind, string>>;
  readonly noEnd: string;
  readonly separator: string;
}

/** Everything that a workbook says in its own words. */
export const exportWords: Readonly<Record<Language, Words>> = {
  zh: {
    sheets: { owed: '可得', facts: '事实', sources: '出处' },
    columns: {
      measure: '措施',
      status: '结论',
      kind: '种类',
      amountKind: '金额性质',
      amount: '金额（元）',
      countedExact: '计入合计·确定（元）',
      countedUpper: '计入合计·至多（元）',
      total: '合计',
      formula: '算式',
      missing: '还缺',
      because: '不符合的原因',
      matter: '事项',
      departments: '责任部门',
      validity: '有效期',
      document: '文件',
      fact: '事实',
      value: '所填的值',
      date: '评价日',
      version: '内容版本',
      definition: '定义',
      factSource: '术语出处',
      clause: '条款',
      quote: '原文',
      source: '出处（文件:行）',
      id: '编号',
    },
    amountKinds: {
      exact: '定额',
      at_most: '最高',
      at_least: '不低于',
      discretionary: '酌定',
      by_reference: '另行规定',
      none: '无金额',
    },
    measureKinds: {
      grant: '奖补',
      relief: '减免',
      limit: '上限',
      obligation: '义务',
      decision: '决定',
    },
    noEnd: '长期',
    separator: '、',
  },
  en: {
    sheets: { owed: 'Entitlements', facts: 'Facts', sources: 'Sources' },
    columns: {
      measure: 'Measure',
      status: 'Finding',
      kind: 'Kind',
      amountKind: 'Kind of sum',
      amount: 'Amount (CNY)',
      countedExact: 'Counted, certain (CNY)',
      countedUpper: 'Counted, at most (CNY)',
      total: 'Total',
      formula: 'Formula',
      missing: 'Missing',
      because: 'Why not',
      matter: 'Matter',
      departments: 'Departments',
      validity: 'In force',
      document: 'Document',
      fact: 'Fact',
      value: 'Value as stated',
      date: 'Date of the answer',
      version: 'Content version',
      definition: 'Definition',
      factSource: 'Source of the term',
      clause: 'Clause',
      quote: 'Words of the clause',
      source: 'Source (file:line)',
      id: 'Id',
    },
    amountKinds: {
      exact: 'exact',
      at_most: 'at most',
      at_least: 'at least',
      discretionary: 'discretionary',
      by_reference: 'by another rule',
      none: 'no sum',
    },
    measureKinds: {
      grant: 'grant',
      relief: 'relief',
      limit: 'limit',
      obligation: 'obligation',
      decision: 'decision',
    },
    noEnd: 'no end',
    separator: ', ',
  },
};
