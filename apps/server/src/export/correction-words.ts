import type { Language } from '@luodi/evaluation';
import type { ChangedDecisionJson, SampleResponse } from '../contract/index.ts';

interface CorrectionWords {
  readonly sheets: { readonly changed: string; readonly sample: string; readonly method: string };
  readonly changed: readonly string[];
  readonly sample: readonly string[];
  readonly consequences: Readonly<Record<ChangedDecisionJson['consequence'], string>>;
  readonly findings: Readonly<Record<SampleResponse['drawn'][number]['finding'], string>>;
  readonly method: (seed: string, population: number, drawn: number) => string;
}

const zh: CorrectionWords = {
  sheets: { changed: '会变的决定', sample: '抽查结果', method: '抽取办法' },
  changed: [
    '办件',
    '企业',
    '区县',
    '适用法律日期',
    '原结论',
    '原核定（元）',
    '现结论',
    '差额（元）',
    '可再加（元）',
    '后续',
    '变化的事实',
    '理由',
    '维持原决定的理由',
    '决定',
  ],
  sample: [
    '序号',
    '决定',
    '企业',
    '项目',
    '金额（元）',
    '适用法律日期',
    '复算结果',
    '不同之处',
    '规则版本',
    '排序值',
  ],
  consequences: {
    recovery: '追回',
    reduction: '调减',
    supplement: '补发',
    increase: '调增',
    none: '无',
    wait: '等付款到账',
  },
  findings: {
    confirmed: '一致',
    altered: '记录被改过',
    other_rules: '缺规则版本',
    differs: '不一致',
  },
  method: (seed, population, drawn) =>
    `种子“${seed}”，从 ${population} 份决定中抽 ${drawn} 份：对每份决定算“种子/决定编号”的 SHA-256，从小到大取前 ${drawn} 份。同一种子总是抽到同样的决定，任何人都可以重复。`,
};

const en: CorrectionWords = {
  sheets: { changed: 'Changed decisions', sample: 'Sample', method: 'Method' },
  changed: [
    'Case',
    'Enterprise',
    'District',
    'Law date',
    'Was',
    'Granted (CNY)',
    'Now',
    'Difference (CNY)',
    'May add (CNY)',
    'What follows',
    'Changed facts',
    'Why',
    'Why it stands',
    'Decision',
  ],
  sample: [
    'No.',
    'Decision',
    'Enterprise',
    'Programme',
    'Sum (CNY)',
    'Law date',
    'Result',
    'What differs',
    'Rules',
    'Rank',
  ],
  consequences: {
    recovery: 'Recovery',
    reduction: 'Reduction',
    supplement: 'Additional payment',
    increase: 'Increase',
    none: 'None',
    wait: 'Wait for the payment',
  },
  findings: {
    confirmed: 'Confirmed',
    altered: 'Record altered',
    other_rules: 'Rules not kept',
    differs: 'Differs',
  },
  method: (seed, population, drawn) =>
    `Seed “${seed}”: ${drawn} of ${population} decisions, those with the smallest SHA-256 of “seed/decision id”. The same seed always draws the same decisions, and anybody can repeat it.`,
};

/** The words of the workbooks about corrections and samples. */
export const correctionWords: Readonly<Record<Language, CorrectionWords>> = { zh, en };
