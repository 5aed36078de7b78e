import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Measure, Vocabulary } from '@luodi/language';
import type {
  AmountAnswer,
  FailedCondition,
  ItemAnswer,
  MeasureAnswer,
  TraceStep,
} from '../domain/answer.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { none, union } from '../domain/outcome.ts';
import type { Context } from '../expression/context.ts';
import { failuresOf } from '../explain/failures.ts';
import { sayFigures, sayFormula } from '../explain/formula.ts';
import { expressionsOf, referencesIn } from '../explain/references.ts';
import { traceOf } from '../explain/trace.ts';
import type { FactSet } from '../facts/fact-set.ts';
import type { FactReference } from '../facts/fact-reference.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import { judgeItems, looseItem } from './items.ts';
import type { ItemJudgement } from './items.ts';
import { judge, noFigures } from './judge.ts';
import type { Figures, Judgement } from './judge.ts';
import { receivedReferences } from './payments-left.ts';

/** Whether a measure is in force on a date, both ends included. */
export function isInForce(measure: Measure, date: PlainDate): boolean {
  const { from, until } = measure.validity;
  return compareDates(date, from) >= 0 && (until === undefined || compareDates(date, until) <= 0);
}

/** The year that annual facts are taken from: 年度 of the rule, seen from the date. */
export function baseYearOf(measure: Measure, date: PlainDate): number {
  const { baseYear } = measure;
  return baseYear.kind === 'fixed' ? baseYear.year : date.year + baseYear.offset;
}

const nothingFormula: Bilingual = { zh: '', en: '' };

function notInForce(measure: Measure, date: PlainDate): MeasureAnswer {
  return {
    measure,
    date,
    status: 'not_in_force',
    amount: { ...noFigures, formula: nothingFormula },
    failed: [],
    missing: none,
    assumptions: [],
    used: none,
    items: [],
    conditions: [],
    trace: [],
  };
}

interface Judged {
  readonly whole: Judgement;
  /** Judgements of the single items when the rule runs per item. */
  readonly items: readonly ItemJudgement[];
  /** Whether the applicant listed the items, or what was said at large was taken for one. */
  readonly listed: boolean;
}

function judgeRule(rule: CompiledMeasure, context: Context): Judged {
  if (!rule.perItem) return { whole: judge(rule, context), items: [], listed: false };
  const listed = context.facts.items.get(rule.measure.subject);
  const items = listed ?? [looseItem(context.facts.history)];
  return { ...judgeItems(rule, context, items), listed: listed !== undefined };
}

function formulaOf(judgement: Judgement, vocabulary: Vocabulary): Bilingual {
  if (judgement.status === 'not_entitled') return nothingFormula;
  return sayFormula(judgement.amount, judgement.figures, vocabulary);
}

function uniqueFormulas(formulas: readonly Bilingual[]): readonly Bilingual[] {
  return [...new Map(formulas.map((formula) => [formula.zh, formula])).values()];
}

/** Of a single item its own formula; of several each item's, then the sum. What is no money is said once. */
function wholeFormula({ whole, items }: Judged, vocabulary: Vocabulary): Bilingual {
  if (whole.status === 'not_entitled' || items.length === 0) return formulaOf(whole, vocabulary);
  const counted = items.filter(({ judgement: { status } }) =>
    whole.status === 'entitled' ? status === 'entitled' : status !== 'not_entitled',
  );
  const parts = counted.map(({ judgement }) => formulaOf(judgement, vocabulary));
  if (whole.figures.kind === 'none' || whole.figures.kind === 'by_reference') {
    const different = uniqueFormulas(parts);
    return {
      zh: different.map(({ zh }) => zh).join('；'),
      en: different.map(({ en }) => en).join('; '),
    };
  }
  const [only] = parts;
  const sum = sayFigures(whole.figures);
  if (parts.length === 1 && only !== undefined) {
    const capped = !sameFigures(counted[0]?.judgement.figures, whole.figures);
    return capped ? { zh: `${only.zh}；合计 ${sum.zh}`, en: `${only.en}; in all ${sum.en}` } : only;
  }
  return {
    zh: `${parts.map((part) => part.zh).join('；')}；合计 ${sum.zh}`,
    en: `${parts.map((part) => part.en).join('; ')}; in all ${sum.en}`,
  };
}

function sameFigures(a: Figures | undefined, b: Figures): boolean {
  return a !== undefined && a.kind === b.kind && a.fen === b.fen;
}

/** Figures with their formula, put into words when first asked for. */
class FormulaAmount implements AmountAnswer {
  readonly kind: AmountAnswer['kind'];
  readonly fen: bigint | null;
  readonly lowerFen: bigint;
  readonly upperFen: bigint | null;
  private readonly judged: Judged;
  private readonly vocabulary: Vocabulary;
  private words: Bilingual | undefined;

  constructor(judged: Judged, vocabulary: Vocabulary) {
    const { kind, fen, lowerFen, upperFen } = judged.whole.figures;
    this.kind = kind;
    this.fen = fen;
    this.lowerFen = lowerFen;
    this.upperFen = upperFen;
    this.judged = judged;
    this.vocabulary = vocabulary;
  }

  get formula(): Bilingual {
    return (this.words ??= wholeFormula(this.judged, this.vocabulary));
  }
}

function itemAnswer(item: ItemJudgement, measure: Measure, vocabulary: Vocabulary): ItemAnswer {
  const { judgement } = item;
  return {
    status: judgement.status,
    amount: new FormulaAmount({ whole: judgement, items: [], listed: false }, vocabulary),
    failed: judgement.status === 'not_entitled' ? failedIn(judgement, measure, vocabulary) : [],
    missing: judgement.missing,
  };
}

function alreadyReceived(measure: Measure): FailedCondition {
  const { mostTimes = 1, name, nameEn } = measure;
  const once = mostTimes === 1;
  return {
    kind: 'one_off',
    text: once ? '一次性' : `至多 ${mostTimes}次`,
    because: once
      ? {
          zh: `本项只给一次，此前已获（${name}）`,
          en: `paid once only, and received before (${nameEn})`,
        }
      : {
          zh: `本项至多给 ${mostTimes}次，此前已满（${name}）`,
          en: `paid ${mostTimes} times at most, and received that often before (${nameEn})`,
        },
    facts: receivedReferences(measure),
    gaps: [],
  };
}

function paymentsLeft({ mostTimes = 1, name, nameEn }: Measure): Bilingual {
  if (mostTimes === 1)
    return {
      zh: `此前未获“${name}”（一次性）`,
      en: `“${nameEn}” was not received before (one-off)`,
    };
  return {
    zh: `此前所获“${name}”不到 ${mostTimes}次`,
    en: `“${nameEn}” was received fewer than ${mostTimes} times before`,
  };
}

function usedFacts(judged: Judged): readonly FactReference[] {
  const judgements = [judged.whole, ...judged.items.map((item) => item.judgement)];
  return union(
    ...judgements.flatMap(({ conditions, amount }) => [
      ...conditions.map(({ evaluated }) => referencesIn(evaluated)),
      ...expressionsOf(amount).map((part) => referencesIn(part)),
    ]),
  );
}

function failedIn(judgement: Judgement, measure: Measure, vocabulary: Vocabulary) {
  const own = judgement.receivedBefore === true ? [alreadyReceived(measure)] : [];
  return [...own, ...failuresOf(judgement.conditions, judgement, vocabulary)];
}

function failedOf({ whole, items }: Judged, measure: Measure, vocabulary: Vocabulary) {
  if (whole.status !== 'not_entitled') return [];
  if (items.length === 0) return failedIn(whole, measure, vocabulary);
  return items.flatMap(({ judgement }) => failedIn(judgement, measure, vocabulary));
}

function traceIn(
  { whole, items }: Judged,
  failed: readonly FailedCondition[],
  vocabulary: Vocabulary,
) {
  const [only] = items;
  if (items.length === 0)
    return traceOf(whole.conditions, whole.amount, whole.figures, failed, vocabulary);
  if (items.length === 1 && only !== undefined) {
    const { conditions, amount, figures } = only.judgement;
    return traceOf(conditions, amount, figures, failed, vocabulary);
  }
  return items.map(({ label, judgement }): TraceStep => {
    const children = traceOf(
      judgement.conditions,
      judgement.amount,
      judgement.figures,
      [],
      vocabulary,
    );
    const outcome = { entitled: 'holds', not_entitled: 'fails', undetermined: 'unknown' } as const;
    return {
      kind: 'item',
      text: label,
      says: { zh: label, en: label },
      outcome: outcome[judgement.status],
      facts: union(...children.map((child) => child.facts)),
      children,
    };
  });
}

/** An answer whose words, reasons and steps are made when they are first asked for. */
class JudgedAnswer implements MeasureAnswer {
  readonly measure: Measure;
  readonly date: PlainDate;
  readonly status: MeasureAnswer['status'];
  readonly amount: AmountAnswer;
  private readonly judged: Judged;
  private readonly vocabulary: Vocabulary;
  private reasons: readonly FailedCondition[] | undefined;
  private reads: readonly FactReference[] | undefined;
  private steps: readonly TraceStep[] | undefined;
  private parts: MeasureAnswer['items'] | undefined;

  constructor(measure: Measure, date: PlainDate, judged: Judged, vocabulary: Vocabulary) {
    this.measure = measure;
    this.date = date;
    this.judged = judged;
    this.vocabulary = vocabulary;
    this.status = judged.whole.status;
    this.amount = new FormulaAmount(judged, vocabulary);
  }

  get missing(): readonly FactReference[] {
    return this.judged.whole.missing;
  }

  get conditions(): MeasureAnswer['conditions'] {
    return this.judged.whole.conditions;
  }

  get failed(): readonly FailedCondition[] {
    return (this.reasons ??= failedOf(this.judged, this.measure, this.vocabulary));
  }

  get assumptions(): readonly Bilingual[] {
    const { receivedBefore, status } = this.judged.whole;
    const assumes = receivedBefore === undefined && status !== 'not_entitled';
    return assumes ? [paymentsLeft(this.measure)] : [];
  }

  get used(): readonly FactReference[] {
    return (this.reads ??= usedFacts(this.judged));
  }

  get items(): MeasureAnswer['items'] {
    if (!this.judged.listed) return [];
    return (this.parts ??= this.judged.items.map((item) => ({
      label: item.label,
      answer: itemAnswer(item, this.measure, this.vocabulary),
    })));
  }

  get trace(): readonly TraceStep[] {
    return (this.steps ??= traceIn(this.judged, this.failed, this.vocabulary));
  }
}

/** Applies a rule to an applicant on a date. Every step is kept; what to say of it is made on demand. */
export function answerMeasure(
  rule: CompiledMeasure,
  facts: FactSet,
  date: PlainDate,
  vocabulary: Vocabulary,
): MeasureAnswer {
  const { measure } = rule;
  if (!isInForce(measure, date)) return notInForce(measure, date);
  const baseYear = baseYearOf(measure, date);
  const context: Context = { facts, item: undefined, date, baseYear, yearsBack: 0 };
  return new JudgedAnswer(measure, date, judgeRule(rule, context), vocabulary);
}
