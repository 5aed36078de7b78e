import { rational } from '@luodi/kernel';
import type { FactReference } from '@luodi/evaluation';
import type { Fact } from '@luodi/language';
import type { Term } from '../../sql/term.ts';
import { NotCovered } from '../../sql/not-covered.ts';
import type { RuleScope } from '../scope.ts';
import {
  aspectStated,
  earlierColumns,
  factNamed,
  factReference,
  receivedColumn,
  statedColumn,
  unitOf,
} from '../scope.ts';
import type { Fraction, SqlExpression, SqlNumber, SqlValue } from '../sql-value.ts';
import type { OfKind } from './values.ts';

function fractionOf(fact: Fact, numerator: Term, { terms }: RuleScope): Fraction {
  return { numerator, denominator: terms.whole(unitOf(fact)) };
}

function statedNumber(
  fact: Fact,
  column: Term,
  reference: FactReference,
  scope: RuleScope,
): SqlNumber {
  const bit = scope.references.bit(reference);
  const blank = fact.mayBeNegative ? 'any' : 'from_zero';
  return scope.intervals.stated(fractionOf(fact, column, scope), blank, bit);
}

/** A stated value that is no number, with the bit of the fact where it is null. */
function statedValue(
  fact: Fact,
  column: Term,
  reference: FactReference,
  scope: RuleScope,
): SqlValue {
  const { terms } = scope;
  const bit = scope.references.bit(reference);
  const unknown = terms.isNull(column);
  const missing = terms.choose([{ when: unknown, value: bit }], terms.zero);
  switch (fact.type.kind) {
    case 'number':
      return statedNumber(fact, column, reference, scope);
    case 'truth':
      return { kind: 'truth', value: column, open: unknown, missing };
    case 'date':
      return { kind: 'date', value: column, missing };
    case 'choice':
    case 'text':
      return { kind: 'name', value: column, missing };
  }
}

/** A derived number where nothing is stated: what follows, unless nothing that it rests on is stated either. */
function derivedNumber(
  stated: SqlNumber,
  known: Term,
  derived: SqlNumber,
  reads: Term,
  { terms, intervals }: RuleScope,
): SqlNumber {
  const follows = terms.or(terms.not(derived.open), reads);
  return intervals.choose(
    [
      { when: known, value: stated },
      { when: follows, value: derived },
    ],
    stated,
  );
}

function derivedValue(
  fact: Fact,
  stated: SqlValue,
  column: Term,
  derived: SqlExpression,
  scope: RuleScope,
): SqlValue {
  const { terms } = scope;
  const known = terms.isKnown(column);
  const { value } = derived;
  if (stated.kind === 'number' && value.kind === 'number')
    return derivedNumber(stated, known, value, derived.reads, scope);
  if (stated.kind === 'number' || value.kind === 'number')
    throw new TypeError(`derivation of another type: ${fact.name}`);
  const joined = terms.coalesce(column, value.value);
  const decided = value.kind === 'truth' ? terms.not(value.open) : terms.isKnown(value.value);
  const missing = terms.choose(
    [
      { when: known, value: terms.zero },
      { when: terms.or(decided, derived.reads), value: value.missing },
    ],
    stated.missing,
  );
  if (stated.kind !== 'truth' || value.kind !== 'truth')
    return { ...stated, value: joined, missing };
  const open = terms.and(terms.not(known), value.open);
  return { kind: 'truth', value: joined, open, missing };
}

/** A fact as stated, else as it follows from others. */
export function compileFact(expression: OfKind<'fact'>, scope: RuleScope): SqlExpression {
  const { terms } = scope;
  const fact = factNamed(expression.fact, scope);
  const { yearsBefore } = expression;
  const column = statedColumn(fact, yearsBefore, scope);
  const reference = factReference(fact, yearsBefore + scope.yearsBack);
  const stated = statedValue(fact, column, reference, scope);
  const known = terms.isKnown(column);
  if (fact.derivation === undefined) return { value: stated, reads: known };
  const shifted = { ...scope, yearsBack: scope.yearsBack + yearsBefore };
  const derived = scope.compile(fact.derivation, shifted);
  return {
    value: derivedValue(fact, stated, column, derived, scope),
    reads: terms.or(known, derived.reads),
  };
}

/** 近三年合计, 近三年均值. */
export function compileWindow(expression: OfKind<'window'>, scope: RuleScope): SqlExpression {
  const { terms, intervals } = scope;
  const fact = factNamed(expression.fact, scope);
  const { combine, years } = expression;
  if (years !== 3) throw new NotCovered('a window of other than three years');
  const reference: FactReference = { name: fact.name, aspect: { kind: 'window', combine, years } };
  const column = aspectStated(
    fact,
    combine === 'sum' ? 'three_year_total' : 'three_year_mean',
    scope,
  );
  const stated = statedNumber(fact, column, reference, scope);
  const parts = [0, 1, 2].map((before) => ({
    column: statedColumn(fact, before, scope),
    reference: factReference(fact, scope.yearsBack + before),
  }));
  const anything = terms.or(...parts.map((part) => terms.isKnown(part.column)));
  const sum = parts
    .map((part) => statedNumber(fact, part.column, part.reference, scope))
    .reduce((a, b) => intervals.add(a, b));
  const missing = terms.choose(
    [
      { when: terms.not(sum.open), value: terms.zero },
      { when: anything, value: sum.missing },
    ],
    scope.references.bit(reference),
  );
  const total = { ...sum, missing };
  const value = combine === 'sum' ? total : intervals.divide(total, intervals.known(rational(3n)));
  const known = terms.isKnown(column);
  return {
    value: intervals.choose([{ when: known, value: stated }], value),
    reads: terms.or(known, terms.not(value.open)),
  };
}

/** 往年最高 as stated; else at least the highest of the years that are known. */
export function compilePastHighest(
  expression: OfKind<'past_highest'>,
  scope: RuleScope,
): SqlExpression {
  const { terms, intervals } = scope;
  const fact = factNamed(expression.fact, scope);
  if (fact.mayBeNegative) throw new NotCovered('the highest of figures that may be below zero');
  const reference: FactReference = { name: fact.name, aspect: { kind: 'past_highest' } };
  const column = aspectStated(fact, 'past_highest', scope);
  const highest = terms.greatest(
    terms.zero,
    ...earlierColumns(fact, scope).map((earlier) => terms.coalesce(earlier, terms.zero)),
  );
  const value: SqlNumber = {
    kind: 'number',
    low: fractionOf(fact, highest, scope),
    high: undefined,
    point: terms.no,
    open: terms.yes,
    missing: scope.references.bit(reference),
    plain: undefined,
  };
  const known = terms.isKnown(column);
  return {
    value: intervals.choose(
      [{ when: known, value: statedNumber(fact, column, reference, scope) }],
      value,
    ),
    reads: known,
  };
}

/** 已获, 本年已获, 已获次数. */
export function compileHistory(expression: OfKind<'history'>, scope: RuleScope): SqlExpression {
  const { about, measure } = expression;
  const column = receivedColumn(about, measure, scope);
  const bit = scope.references.bit({ name: about, aspect: { kind: 'received', measure } });
  return {
    value: scope.intervals.stated(scope.intervals.fractions.whole(column), 'from_zero', bit),
    reads: scope.terms.isKnown(column),
  };
}
