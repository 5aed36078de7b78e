import type { Rational, Span } from '@luodi/kernel';
import type { OpenReading, Quote } from './quote.ts';
import type { Expression } from './expression.ts';

/** What every named entry of a block says of itself. */
export interface NamedEntry {
  /** Document id + `/` + kind + `/` + name; unique in the content. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly openReadings: readonly OpenReading[];
  /** The quotation above the block. */
  readonly quote: Quote;
  readonly clause: string;
  readonly span: Span;
}

/** A year, a month or a day, as exactly as the text gives it. */
export interface Moment {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

export type Comparison = 'exactly' | 'at_least' | 'above' | 'at_most' | 'below' | 'about';

/** A figure as the text gives it: a number in a unit after a word of comparison, a range, or words where there is no number. */
export type Figure =
  | {
      readonly kind: 'number';
      readonly comparison: Comparison;
      readonly number: Rational;
      readonly unit: string;
    }
  | {
      readonly kind: 'range';
      readonly from: Rational;
      readonly to: Rational;
      readonly unit: string;
    }
  | { readonly kind: 'words'; readonly words: string };

/** 周期: how often something recurs. */
export type Cycle = 'yearly' | 'half_yearly' | 'quarterly' | 'monthly' | 'weekly';

/** 任务: what somebody is told to do. */
export interface Task extends NamedEntry {
  /** As the document numbers it; empty when it does not. */
  readonly number: string;
  /** The headings it stands under, outermost first. */
  readonly categories: readonly string[];
  /** What is to be done, in the words of the document. */
  readonly words: string;
  readonly leads: readonly string[];
  /** Those responsible; those that lead need not be among them. */
  readonly departments: readonly string[];
  /** 责任出处: the document that assigns it, where it is another one, and its words. */
  readonly assignedBy: { readonly document: string; readonly words: string } | undefined;
  readonly due: Moment | undefined;
  readonly cycle: Cycle | undefined;
  /** 成果: what shows that it is done. */
  readonly outcome: string | undefined;
}

/** 种类 of an indicator: 目标 target · 预算 money set aside · 限额 ceiling on a total. */
export type IndicatorKind = 'target' | 'budget' | 'ceiling';

/** The time that a figure is for. */
export type FigureTime =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'span'; readonly from: Moment; readonly to: Moment }
  | { readonly kind: 'every_year' }
  | { readonly kind: 'unstated' };

export interface TimedFigure {
  readonly time: FigureTime;
  readonly figure: Figure;
}

/** 指标: a figure to be reached, spent or kept. */
export interface Indicator extends NamedEntry {
  readonly indicatorKind: IndicatorKind;
  /** As the text writes it; empty where all targets are in words. */
  readonly unit: string;
  /** 口径: how it is counted. */
  readonly basis: string | undefined;
  /** 范围: for whom. */
  readonly scope: string | undefined;
  readonly base: { readonly time: FigureTime; readonly figure: Figure | undefined } | undefined;
  readonly targets: readonly TimedFigure[];
  /** 力争: the text says that it strives for it. */
  readonly strivenFor: boolean;
  readonly leads: readonly string[];
  readonly departments: readonly string[];
}

/** 正面 · 负面 · 豁免 · 事项 · 材料 · 权责 · 名录 · 分类 */
export type ListKind =
  | 'positive'
  | 'negative'
  | 'exemption'
  | 'matters'
  | 'papers'
  | 'powers'
  | 'register'
  | 'classes';

export interface ListItem {
  readonly name: string;
  /** Empty when not given. */
  readonly nameEn: string;
  readonly number: string;
  readonly categories: readonly string[];
  readonly words: string | undefined;
  readonly conditions: readonly Expression[];
  /** Ids of the measures that rest on the item. */
  readonly measures: readonly string[];
  readonly span: Span;
}

/** 清单: an enumeration that other rules refer to. */
export interface PolicyList extends NamedEntry {
  readonly listKind: ListKind;
  /** 适用: the entity that it is about. */
  readonly subject: string;
  readonly items: readonly ListItem[];
}

/** 期限 of a step or term: so much time from some event, or words. */
export type TimeLimit =
  | {
      readonly kind: 'duration';
      readonly length: Exclude<Figure, { kind: 'words' }>;
      readonly from: string | undefined;
    }
  | { readonly kind: 'words'; readonly words: string };

export interface ProcedureStep {
  readonly name: string;
  readonly nameEn: string;
  readonly actors: readonly string[];
  readonly words: string | undefined;
  readonly papers: readonly string[];
  readonly conditions: readonly Expression[];
  readonly limit: TimeLimit | undefined;
  readonly outcomes: readonly string[];
  readonly span: Span;
}

/** 流程: who does what in which order and time. */
export interface Procedure extends NamedEntry {
  /** 适用: the entity that it is about. */
  readonly subject: string;
  readonly matter: string | undefined;
  /** Ids of the measures that it pays out. */
  readonly measures: readonly string[];
  readonly steps: readonly ProcedureStep[];
}

/** 抽查: an item of inspection. */
export interface Inspection extends NamedEntry {
  readonly actors: readonly string[];
  readonly assistants: readonly string[];
  /** 对象: whom or what. */
  readonly target: string | undefined;
  /** 内容: what is looked at. */
  readonly contents: readonly string[];
  readonly ratio: Figure | undefined;
  readonly frequency: string | undefined;
  readonly legalBasis: string | undefined;
  readonly manner: string | undefined;
}

export interface ContractTerm {
  readonly name: string;
  readonly nameEn: string;
  readonly requirement: Figure | undefined;
  readonly limit: TimeLimit | undefined;
  /** 违约: what follows a breach. */
  readonly breach: string | undefined;
  readonly span: Span;
}

/** 合同: the terms that parties are held to. */
export interface Contract extends NamedEntry {
  readonly parties: readonly { readonly role: string; readonly party: string }[];
  /** 标的 */
  readonly subjectMatter: string | undefined;
  readonly terms: readonly ContractTerm[];
  /** 分担: who bears which share of a loss, 1 in all. */
  readonly shares: readonly { readonly payer: string; readonly share: Rational }[];
}
