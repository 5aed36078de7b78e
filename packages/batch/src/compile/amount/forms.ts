import type { Amount, Arm, Manner } from '@luodi/language';
import type { Term } from '../../sql/term.ts';
import { compareNumbers } from '../expression/comparison.ts';
import { nameOf, numberOf, truthOf } from '../expression/values.ts';
import { truthFrom } from '../expression/logic.ts';
import type { RuleScope } from '../scope.ts';
import type { SqlNumber, SqlTruth } from '../sql-value.ts';
import { certainly, joinPayables, mapEnds, nothing, oneOf, openAbove, payable } from './payable.ts';
import type { SqlPayable } from './payable.ts';

export type OfForm<K extends Amount['kind']> = Amount & { readonly kind: K };

/** Compiles an amount inside another. */
export type CompileAmount = (amount: Amount, scope: RuleScope) => SqlPayable;

/** What the words make of a figure: exactly it, at most it, at least it. */
function inManner(manner: Manner, value: SqlNumber, scope: RuleScope): SqlPayable {
  switch (manner) {
    case 'exact':
      return payable('exact', value, value, scope);
    case 'at_most':
      return payable('at_most', scope.intervals.nothing, value, scope);
    case 'at_least':
      return payable('at_least', value, openAbove(value, scope), scope);
  }
}

export function compilePay(amount: OfForm<'pay'>, scope: RuleScope): SqlPayable {
  const value = numberOf(scope.compile(amount.value, scope));
  return inManner(amount.manner, scope.intervals.notNegative(value), scope);
}

export function compileDiscretionary(
  { ceiling }: OfForm<'discretionary'>,
  scope: RuleScope,
): SqlPayable {
  const { nothing: zero } = scope.intervals;
  const most =
    ceiling === undefined ? openAbove(zero, scope) : numberOf(scope.compile(ceiling, scope));
  return payable('discretionary', zero, most, scope);
}

export function compileByReference(_amount: OfForm<'by_reference'>, scope: RuleScope): SqlPayable {
  const { nothing: zero } = scope.intervals;
  return payable('by_reference', zero, openAbove(zero, scope), scope);
}

export function compileDecision(_amount: OfForm<'decision'>, scope: RuleScope): SqlPayable {
  const { nothing: zero } = scope.intervals;
  return payable('none', zero, zero, scope);
}

function conditionOf(arm: Arm, scope: RuleScope): SqlTruth {
  return arm.when === undefined ? certainly(true, scope) : truthOf(scope.compile(arm.when, scope));
}

/** 依次: arms are tried in order; an arm that is unknown stays possible while the next ones are tried. */
export function compileFirstOf(
  { arms }: OfForm<'first_of'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const { terms } = scope;
  let unsettled: Term = terms.yes;
  const possibilities = arms.map((arm) => {
    const holds = conditionOf(arm, scope);
    const possible = terms.and(unsettled, terms.not(terms.isFalse(holds.value)));
    unsettled = terms.and(unsettled, terms.not(terms.isTrue(holds.value)));
    const { open, missing } = holds;
    return { possible, payable: compile(arm.amount, scope), open, missing };
  });
  return oneOf(possibilities, unsettled, scope);
}

/** 按 + 档: the row of the choice; a choice without a row gets nothing. */
export function compileGraded(
  { by, rows }: OfForm<'graded'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const { terms } = scope;
  const grade = nameOf(scope.compile(by, scope));
  const unknown = terms.isNull(grade.value);
  const { missing } = grade;
  const named = terms.oneOf(
    grade.value,
    rows.map(({ choice }) => terms.text(choice)),
  );
  const possibilities = rows.map(({ choice, amount }) => ({
    possible: terms.or(unknown, terms.isTrue(terms.equal(grade.value, terms.text(choice)))),
    payable: compile(amount, scope),
    open: unknown,
    missing,
  }));
  return oneOf(possibilities, terms.not(terms.isTrue(named)), scope);
}

/** 累加: all arms whose condition holds. */
export function compileSum(
  { parts }: OfForm<'sum'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const { terms, intervals } = scope;
  const payables = parts.map((arm) => {
    const { value, open, missing } = conditionOf(arm, scope);
    const possible = terms.not(terms.isFalse(value));
    const part = { possible, payable: compile(arm.amount, scope), open, missing };
    return oneOf([part], terms.not(terms.isTrue(value)), scope);
  });
  return joinPayables(payables, (a, b) => intervals.add(a, b), scope);
}

/** 就高 and 择一: the highest of the options. */
export function compileHighest(
  { options }: OfForm<'highest'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  return joinPayables(
    options.map((option) => compile(option, scope)),
    (a, b) => scope.intervals.extreme('greatest', a, b),
    scope,
  );
}

/** 分段: each part of the base at its own rate; below the first band nothing is given. */
export function compileBands(amount: OfForm<'bands'>, scope: RuleScope): SqlPayable {
  const { intervals } = scope;
  const number = (of: Parameters<RuleScope['compile']>[0]): SqlNumber =>
    numberOf(scope.compile(of, scope));
  const base = number(amount.base);
  const [first] = amount.bands;
  if (first === undefined) return nothing(scope);
  const from = number(first.from);
  const reached = truthFrom(compareNumbers('>=', base, from, scope), [base, from], scope);
  const payables = amount.bands.map((band) => {
    const top = band.to === undefined ? base : intervals.extreme('least', base, number(band.to));
    const part = intervals.notNegative(intervals.add(top, intervals.negate(number(band.from))));
    return inManner(band.manner, intervals.multiply(part, number(band.rate)), scope);
  });
  const joined = joinPayables(payables, (a, b) => intervals.add(a, b), scope);
  const { terms } = scope;
  const below = terms.isFalse(reached.value);
  const zero = nothing(scope);
  const end = (of: SqlNumber): SqlNumber =>
    intervals.choose([{ when: below, value: intervals.nothing }], of);
  return {
    ...mapEnds(joined, end),
    given: reached,
    kinds: terms.choose([{ when: below, value: zero.kinds }], joined.kinds),
  };
}

/** 封顶 */
export function compileCapped(
  amount: OfForm<'capped'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const cap = numberOf(scope.compile(amount.cap, scope));
  return mapEnds(compile(amount.amount, scope), (end) =>
    scope.intervals.extreme('least', end, cap),
  );
}

function remaining(of: SqlNumber, received: SqlNumber, { intervals }: RuleScope): SqlNumber {
  return intervals.notNegative(intervals.add(of, intervals.negate(received)));
}

/** 补差 */
export function compileDifference(
  amount: OfForm<'difference'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const received = numberOf(scope.compile(amount.received, scope));
  return mapEnds(compile(amount.amount, scope), (end) => remaining(end, received, scope));
}

/** 累计封顶 */
export function compileCumulativeCap(
  amount: OfForm<'cumulative_cap'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const cap = numberOf(scope.compile(amount.cap, scope));
  const received = numberOf(scope.compile(amount.received, scope));
  const room = remaining(cap, received, scope);
  return mapEnds(compile(amount.amount, scope), (end) =>
    scope.intervals.extreme('least', end, room),
  );
}

/** 总额不超过 */
export function compileBound(
  amount: OfForm<'bounded_by'>,
  scope: RuleScope,
  compile: CompileAmount,
): SqlPayable {
  const { intervals } = scope;
  const base = intervals.notNegative(numberOf(scope.compile(amount.base, scope)));
  return mapEnds(compile(amount.amount, scope), (end) => intervals.extreme('least', end, base));
}
