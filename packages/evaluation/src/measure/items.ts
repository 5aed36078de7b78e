import { joinPayables, mapEnds, oneOf } from '../domain/payable.ts';
import type { EvaluatedAmount, Payable } from '../domain/payable.ts';
import { none, truth, union } from '../domain/outcome.ts';
import type { Truth } from '@luodi/kernel';
import { addIntervals, extremeOf, numberOf } from '../expression/numbers.ts';
import type { Context } from '../expression/context.ts';
import type { FactItem, History } from '../facts/fact-set.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import { figuresFor, judge, passes, statusOf } from './judge.ts';
import type { Judgement } from './judge.ts';

export interface ItemJudgement {
  readonly label: string;
  readonly judgement: Judgement;
}

function eligibility(judgement: Judgement): Truth {
  if (judgement.receivedBefore === true) return false;
  const outcomes = judgement.conditions.map(passes);
  if (outcomes.includes(false)) return false;
  return outcomes.includes(undefined) ? undefined : true;
}

/** What an item adds: its amount where it certainly counts, perhaps its amount where that is open. */
function contribution(judgement: Judgement): Payable {
  const { payable } = judgement.amount;
  const eligible = eligibility(judgement);
  if (eligible === false) return { ...payable, given: truth(false) };
  return eligible === true ? payable : oneOf([payable], judgement.missing, true);
}

/** Sums up what the items of the measure's subject bring; caps the sum where the rule says so. */
export function judgeItems(
  rule: CompiledMeasure,
  context: Context,
  items: readonly FactItem[],
): { readonly whole: Judgement; readonly items: readonly ItemJudgement[] } {
  const judged = items.map((item) => ({
    label: item.label,
    judgement: judge(rule, { ...context, item }),
  }));
  const joined = joinPayables(
    judged.map(({ judgement }) => contribution(judgement)),
    addIntervals,
  );
  const cap = rule.totalCap?.(context);
  const payable =
    cap === undefined ? joined : mapEnds(joined, (end) => extremeOf('least', end, numberOf(cap)));
  const status = statusOf(true, payable);
  const amount: EvaluatedAmount = {
    amount: rule.measure.amount,
    payable,
    expressions: cap === undefined ? [] : [cap],
    conditions: [],
    parts: judged.map(({ judgement }) => judgement.amount),
  };
  const [first] = judged;
  return {
    items: judged,
    whole: {
      status,
      conditions: judged.length === 1 && first !== undefined ? first.judgement.conditions : [],
      amount,
      missing:
        status === 'not_entitled'
          ? none
          : union(...judged.map(({ judgement }) => judgement.missing)),
      figures: figuresFor(status, true, payable),
      receivedBefore: judged.some(({ judgement }) => judgement.receivedBefore === undefined)
        ? undefined
        : false,
    },
  };
}

/** What is said of the applicant at large as one item: the facts and the history of the applicant count for it. */
export function looseItem(history: History): FactItem {
  return { label: '', entries: new Map(), history };
}
