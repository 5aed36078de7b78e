import type { PlainDate, Span } from '@luodi/kernel';
import type { Amount } from './amount.ts';
import type { Contract, Indicator, Inspection, PolicyList, Procedure, Task } from './blocks.ts';
import type { Expression } from './expression.ts';
import type { OpenReading, Quote, SourceLines } from './quote.ts';
import type { Value } from './value.ts';

/** Days in force, both ends included; `until` undefined = no end in the text. */
export interface Validity {
  readonly from: PlainDate;
  readonly until: PlainDate | undefined;
}

/** 年度: which year an annual fact is taken from, seen from the date of the answer. */
export type BaseYear =
  | { readonly kind: 'relative'; readonly offset: 0 | -1 }
  | { readonly kind: 'fixed'; readonly year: number };

/** 种类: 奖补 grant · 减免 relief · 上限 limit · 义务 obligation · 决定 decision. */
export type MeasureKind = 'grant' | 'relief' | 'limit' | 'obligation' | 'decision';

export interface Measure {
  /** Document id + `/` + name. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly summaryEn: string;
  readonly kind: MeasureKind;
  readonly matter: string;
  /** 对象. Anything but the applicant's own entity (企业): the rule runs per item and the sums add up. */
  readonly subject: string;
  readonly baseYear: BaseYear;
  readonly validity: Validity;
  readonly window: { readonly opens: PlainDate; readonly closes: PlainDate } | undefined;
  readonly conditions: readonly Expression[];
  readonly exclusions: readonly Expression[];
  readonly amount: Amount;
  /** 合计封顶: cap on the sum over all items. */
  readonly totalCap: Expression | undefined;
  /** 一次性 (1) and 至多: how many payments there can be in all; `undefined` = no limit. */
  readonly mostTimes: number | undefined;
  readonly stacking: {
    /** 互斥, 追加, 补足: names of measures as resolved ids. */
    readonly excludes: readonly string[];
    readonly addsTo: readonly string[];
    readonly topsUp: string | undefined;
  };
  readonly shares: readonly { readonly payer: string; readonly share: Value }[];
  readonly departments: readonly string[];
  readonly papers: readonly string[];
  readonly channel: string | undefined;
  readonly openReadings: readonly OpenReading[];
  /** The quotation above the rule. */
  readonly quote: Quote;
  readonly clause: string;
  readonly span: Span;
}

export type ExpectedAmount =
  | { readonly kind: 'exact' | 'at_most' | 'at_least'; readonly fen: bigint }
  | { readonly kind: 'discretionary'; readonly ceilingFen: bigint | undefined }
  | { readonly kind: 'by_reference' | 'decision' };

/** What an example expects. Fact names are written as in the rule: `年度研发投入`, `上年(年度研发投入)`, `已获(X)`. */
export type Expectation =
  | { readonly kind: 'entitled'; readonly amount: ExpectedAmount }
  | { readonly kind: 'not_entitled'; readonly failing: readonly string[] }
  | {
      readonly kind: 'undetermined';
      readonly missing: readonly string[];
      readonly upperBoundFen: bigint | undefined;
    }
  | { readonly kind: 'not_in_force' };

export interface Example {
  readonly title: string;
  readonly measure: string;
  readonly date: PlainDate;
  /** Raw facts as written (plain YAML data), read by the same reader as an applicant's facts. */
  readonly facts: { readonly [name: string]: unknown };
  readonly expected: Expectation;
  readonly span: Span;
}

/** 不执行: why nothing in these words can run. */
export type InertReason =
  | 'task'
  | 'discretion'
  | 'elsewhere'
  | 'declaration'
  | 'procedure'
  | 'duties'
  | 'definition'
  | 'closing';

export type Block =
  | { readonly kind: 'measures'; readonly measures: readonly Measure[]; readonly span: Span }
  | { readonly kind: 'examples'; readonly examples: readonly Example[]; readonly span: Span }
  | { readonly kind: 'tasks'; readonly tasks: readonly Task[]; readonly span: Span }
  | { readonly kind: 'indicators'; readonly indicators: readonly Indicator[]; readonly span: Span }
  | { readonly kind: 'lists'; readonly lists: readonly PolicyList[]; readonly span: Span }
  | { readonly kind: 'procedures'; readonly procedures: readonly Procedure[]; readonly span: Span }
  | {
      readonly kind: 'inspections';
      readonly inspections: readonly Inspection[];
      readonly span: Span;
    }
  | { readonly kind: 'contracts'; readonly contracts: readonly Contract[]; readonly span: Span }
  | {
      readonly kind: 'inert';
      readonly reason: InertReason;
      readonly note: string;
      readonly span: Span;
    };

/** A quotation and what rests on it. `source` is the text of the blocks as written, for showing rule beside words. */
export interface Passage {
  readonly quote: Quote;
  readonly blocks: readonly (Block & { readonly source: string })[];
}

export interface Clause {
  readonly heading: string;
  readonly section: string;
  readonly source: SourceLines;
  readonly passages: readonly Passage[];
  readonly span: Span;
}

export type StackingRule = 'best_of_matter' | 'cumulative' | 'unstated';

export interface JointCap {
  readonly name: string;
  readonly cap: Expression;
  readonly members: readonly string[];
}

/** 状态: 正式 · 征求意见稿 · 解读. Only a final document gives anybody a right. */
export type DocumentStatus = 'final' | 'draft' | 'commentary';

/** 施行依据: 载明 the text says it · 推定 it follows from the text · 未载 the text cannot tell. */
export type ValidityBasis = 'stated' | 'inferred' | 'unstated';

/** 依据 · 落实 · 废止 · 修改 · 附件 · 草案 · 解读 · 优先 · 服从 · 衔接 */
export type RelationKind =
  | 'rests_on'
  | 'carries_out'
  | 'repeals'
  | 'amends'
  | 'annex_of'
  | 'draft_of'
  | 'comments_on'
  | 'prevails_over'
  | 'yields_to'
  | 'read_with';

/** 关系: what this document is to another, one of the content (by id) or one outside it (by title). */
export interface Relation {
  readonly kind: RelationKind;
  readonly other:
    | { readonly kind: 'document'; readonly id: string }
    | { readonly kind: 'outside'; readonly title: string; readonly number: string };
  /** Words of this document that say so; `undefined` when none are given. */
  readonly words: string | undefined;
}

export interface PolicyDocument {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly titleInferred: boolean;
  readonly number: string;
  readonly issuer: string;
  readonly issued: PlainDate | undefined;
  readonly validity: Validity;
  readonly validityBasis: ValidityBasis;
  readonly status: DocumentStatus;
  readonly relations: readonly Relation[];
  readonly lead: string;
  readonly stacking: StackingRule;
  readonly jointCaps: readonly JointCap[];
  readonly funding: string;
  readonly source: SourceLines;
  readonly copies: readonly SourceLines[];
  readonly openReadings: readonly OpenReading[];
  readonly clauses: readonly Clause[];
  readonly file: string;
}
