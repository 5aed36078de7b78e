import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Measure, Vocabulary } from '@luodi/language';
import type { AmountAnswer, FailedCondition, ItemAnswer, MeasureAnswer } from '../domain/answer.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { none, union } from '../domain/outcome.ts';
import type { Context } from '../expression/context.ts';
import { failuresOf } from '../explain/failures.ts';
import { sayFormula } from '../explain/formula.ts';
import { expressionsOf, referencesIn } from '../explain/references.ts';
import { traceOf } from '../explain/trace.ts';
import type { FactSet } from '../facts/fact-set.ts';
import type { FactReference } from '../facts/fact-reference.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import { judgeItems, unknownItem } from './items.ts';
import type { ItemJudgement } from './items.ts';
import { judge, noFigures } from './judge.ts';
import type { Judgement } from './judge.ts';
import { receivedBefore, receivedReferences } from './one-off.ts';

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
  readonly items: readonly ItemJudgement[];
}

/** Where the items of the subject are not listed, what is said of the applicant at large makes one item. */
function judgeRule(rule: CompiledMeasure, context: Context): Judged {
  if (!rule.perItem) return { whole: judge(rule, context), items: [] };
  const listed = context.facts.items.get(rule.measure.subject);
  if (listed === undefined)
    return { whole: judgeItems(rule, context, [unknownItem]).whole, items: [] };
  return judgeItems(rule, context, listed);
}

function amountAnswer(judgement: Judgement, vocabulary: Vocabulary): AmountAnswer {
  const { figures, amount } = judgement;
  return {
    ...figures,
    get formula() {
      return judgement.status === 'not_entitled'
        ? nothingFormula
        : sayFormula(amount, figures, vocabulary);
    },
  };
}

function itemAnswer(item: ItemJudgement, vocabulary: Vocabulary): ItemAnswer {
  const { judgement } = item;
  return {
    status: judgement.status,
    amount: amountAnswer(judgement, vocabulary),
    failed: failuresOf(judgement.conditions, judgement, vocabulary),
    missing: judgement.missing,
  };
}

function alreadyReceived(measure: Measure): FailedCondition {
  return {
    kind: 'one_off',
    text: '一次性',
    because: {
      zh: `本项只给一次，此前已获（${measure.name}）`,
      en: `paid once only, and it was received before (${measure.nameEn})`,
    },
    facts: receivedReferences(measure),
    gaps: [],
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

function failedOf(judged: Judged, received: boolean, measure: Measure, vocabulary: Vocabulary) {
  const { whole, items } = judged;
  const own = received ? [alreadyReceived(measure)] : [];
  if (whole.status !== 'not_entitled') return own;
  if (items.length === 0 && whole.conditions.length > 0)
    return [...own, ...failuresOf(whole.conditions, whole, vocabulary)];
  if (items.length === 0) return [...own, ...failuresOf([], whole, vocabulary)];
  return [
    ...own,
    ...items.flatMap(({ judgement }) => failuresOf(judgement.conditions, judgement, vocabulary)),
  ];
}

/** Applies a rule to an applicant on a date and says everything about it; words are made when first asked for. */
export function answerMeasure(
  rule: CompiledMeasure,
  facts: FactSet,
  date: PlainDate,
  vocabulary: Vocabulary,
): MeasureAnswer {
  const { measure } = rule;
  if (!isInForce(measure, date)) return notInForce(measure, date);
  const context: Context = { facts, item: undefined, date, baseYear: baseYearOf(measure, date) };
  const judged = judgeRule(rule, context);
  const before = measure.oneOff ? receivedBefore(measure, context) : false;
  const { whole } = judged;
  const received = before === true;
  const status = received ? 'not_entitled' : whole.status;
  const assumes = before === undefined && status !== 'not_entitled';
  let failed: readonly FailedCondition[] | undefined;
  const failures = (): readonly FailedCondition[] =>
    (failed ??= failedOf(judged, received, measure, vocabulary));
  return {
    measure,
    date,
    status,
    amount: received ? { ...noFigures, formula: nothingFormula } : amountAnswer(whole, vocabulary),
    get failed() {
      return failures();
    },
    missing: received ? none : whole.missing,
    assumptions: assumes
      ? [
          {
            zh: `此前未获“${measure.name}”（一次性）`,
            en: `“${measure.nameEn}” was not received before (one-off)`,
          },
        ]
      : [],
    get used() {
      return usedFacts(judged);
    },
    get items() {
      return judged.items.map((item) => ({
        label: item.label,
        answer: itemAnswer(item, vocabulary),
      }));
    },
    conditions: whole.conditions,
    get trace() {
      return traceOf(whole.conditions, whole.amount, whole.figures, failures(), vocabulary);
    },
  };
}
