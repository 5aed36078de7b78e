import { and, fraction, not } from '@luodi/kernel';
import type { Rational, Truth } from '@luodi/kernel';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { none, union } from '../domain/outcome.ts';
import { kindOf, missingOf } from '../domain/payable.ts';
import type { EvaluatedAmount, Payable } from '../domain/payable.ts';
import type { AmountKind, Status } from '../domain/answer.ts';
import type { Context } from '../expression/context.ts';
import { truthOf } from '../expression/truth-values.ts';
import type { FactReference } from '../facts/fact-reference.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import { usedUp } from './payments-left.ts';

export interface EvaluatedCondition {
  readonly role: 'condition' | 'exclusion';
  readonly evaluated: EvaluatedExpression;
}

/** A rule applied to one applicant or one item, before anything is said about it. */
export interface Judgement {
  readonly status: Exclude<Status, 'not_in_force'>;
  readonly conditions: readonly EvaluatedCondition[];
  readonly amount: EvaluatedAmount;
  readonly missing: readonly FactReference[];
  readonly figures: Figures;
  /** Whether all payments there can be were received before (一次性, 至多); `false` where there is no limit. */
  readonly receivedBefore: Truth;
}

/** The sum in whole fen. Cut down for exact sums and ceilings, raised for floors: no rule pays more than its words. */
export interface Figures {
  readonly kind: AmountKind;
  readonly fen: bigint | null;
  readonly lowerFen: bigint;
  readonly upperFen: bigint | null;
}

export const noFigures: Figures = { kind: 'none', fen: null, lowerFen: 0n, upperFen: 0n };

/** Whether a condition lets the measure through. */
export function passes({ role, evaluated }: EvaluatedCondition): Truth {
  const { value } = truthOf(evaluated);
  return role === 'condition' ? value : not(value);
}

function wholeFen(bound: Rational | undefined, round: 'down' | 'up'): bigint | null {
  if (bound === undefined) return null;
  return round === 'down' ? fraction.floor(bound) : fraction.ceiling(bound);
}

/** Figures of what is certainly given. */
function figuresOf(from: Payable): Figures {
  const kind = kindOf(from);
  const lower = wholeFen(from.floor.low, kind === 'at_least' ? 'up' : 'down') ?? 0n;
  const upper = wholeFen(from.ceiling.high, 'down');
  switch (kind) {
    case 'exact':
    case 'at_most':
    case 'discretionary':
      return { kind, fen: upper, lowerFen: lower, upperFen: upper };
    case 'at_least':
      return { kind, fen: lower, lowerFen: lower, upperFen: upper };
    case 'by_reference':
      return { kind, fen: null, lowerFen: lower, upperFen: upper };
    case 'none':
      return noFigures;
  }
}

/** Whether facts are missing that would change the sum. */
function sumIsOpen(from: Payable): boolean {
  return from.floor.missing.length + from.ceiling.missing.length > 0;
}

function isWorthNothing(from: Payable): boolean {
  if (kindOf(from) === 'none' || kindOf(from) === 'by_reference') return false;
  return from.ceiling.high !== undefined && from.ceiling.high.numerator <= 0n;
}

/** Entitled only when nothing that is missing could change the answer: neither whether, nor how much. */
export function statusOf(eligible: Truth, from: Payable): Judgement['status'] {
  if (eligible === false || from.given.value === false || isWorthNothing(from))
    return 'not_entitled';
  if (eligible === undefined || from.given.value === undefined || sumIsOpen(from))
    return 'undetermined';
  return 'entitled';
}

/** Applies a rule in one context. All conditions are evaluated, so that each can be reported. */
export function judge(rule: CompiledMeasure, context: Context): Judgement {
  const conditions: readonly EvaluatedCondition[] = [
    ...rule.conditions.map((run) => ({ role: 'condition' as const, evaluated: run(context) })),
    ...rule.exclusions.map((run) => ({ role: 'exclusion' as const, evaluated: run(context) })),
  ];
  let eligible: Truth = true;
  for (const condition of conditions) eligible = and(eligible, passes(condition));
  const amount = rule.amount(context);
  const before = usedUp(rule.measure, context);
  const status = before === true ? 'not_entitled' : statusOf(eligible, amount.payable);
  const missing =
    status === 'not_entitled'
      ? none
      : union(
          ...conditions.map(({ evaluated }) => evaluated.outcome.missing),
          missingOf(amount.payable),
        );
  return {
    status,
    conditions,
    amount,
    missing,
    figures: figuresFor(status, eligible, amount.payable),
    receivedBefore: before,
  };
}

/** What is shown with a status: nothing for "no", the most it can reach while undecided. */
export function figuresFor(status: Judgement['status'], certain: Truth, from: Payable): Figures {
  if (status === 'not_entitled') return noFigures;
  const figures = figuresOf(from);
  if (status === 'entitled' || figures.kind === 'none' || figures.kind === 'by_reference')
    return figures;
  const { upperFen } = figures;
  const lowerFen = certain === true && from.given.value === true ? figures.lowerFen : 0n;
  return { kind: 'at_most', fen: upperFen, lowerFen, upperFen };
}
