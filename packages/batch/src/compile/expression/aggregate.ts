import { fraction } from '@luodi/kernel';
import type { Term } from '../../sql/term.ts';
import { NotCovered } from '../../sql/not-covered.ts';
import { itemSumsTable } from '../query-columns.ts';
import { mostItems } from '../roll-up.ts';
import type { RuleScope } from '../scope.ts';
import { listedOf } from '../scope.ts';
import type { Fraction, SqlExpression, SqlNumber, SqlTruth, SqlValue } from '../sql-value.ts';
import type { OfKind } from './values.ts';

type Aggregate = OfKind<'aggregate'>;

/** Sums over the items in hand, zero where there are none. */
class Sums {
  private readonly entity: string;
  private readonly scope: RuleScope;

  constructor(entity: string, scope: RuleScope) {
    this.entity = entity;
    this.scope = scope;
  }

  sum(term: Term): Term {
    const { terms, columns } = this.scope;
    const { least, greatest } = term.range;
    const range = { least: least * mostItems, greatest: greatest * mostItems };
    const name = columns.itemSum(this.entity, 'sum', term);
    return terms.coalesce(terms.column(itemSumsTable, name, 'whole', { range }), terms.zero);
  }

  /** How many items it is so of; the truth is never null. */
  count(truth: Term): Term {
    const { terms } = this.scope;
    return this.sum(terms.choose([{ when: truth, value: terms.one }], terms.zero));
  }

  some(truth: Term): Term {
    const { terms } = this.scope;
    return terms.less(terms.zero, this.count(truth));
  }

  bits(term: Term): Term {
    const { terms, columns } = this.scope;
    if (term === terms.zero) return term;
    const name = columns.itemSum(this.entity, 'bit_or', term);
    const { range } = term;
    return terms.coalesce(terms.column(itemSumsTable, name, 'whole', { range }), terms.zero);
  }
}

function joinTruths(
  kind: 'exists' | 'every',
  body: SqlTruth,
  sums: Sums,
  scope: RuleScope,
): SqlTruth {
  const { terms } = scope;
  const settles = kind === 'exists' ? terms.isTrue(body.value) : terms.isFalse(body.value);
  const value = terms.choose(
    [
      { when: sums.some(settles), value: terms.truth(kind === 'exists') },
      { when: sums.some(terms.isNull(body.value)), value: terms.unknown('truth') },
    ],
    terms.truth(kind !== 'exists'),
  );
  const unknown = terms.isNull(value);
  return {
    kind: 'truth',
    value,
    open: terms.and(unknown, sums.some(body.open)),
    missing: terms.choose([{ when: unknown, value: sums.bits(body.missing) }], terms.zero),
  };
}

function countTruths(body: SqlTruth, sums: Sums, { terms, intervals }: RuleScope): SqlNumber {
  const certain = sums.count(terms.isTrue(body.value));
  const perhaps = sums.count(terms.isNull(body.value));
  return intervals.between(
    intervals.fractions.whole(certain),
    intervals.fractions.whole(terms.add(certain, perhaps)),
    sums.some(body.open),
    sums.bits(body.missing),
  );
}

function sumEnd(end: Fraction | undefined, sums: Sums, { terms }: RuleScope): Fraction | undefined {
  if (end === undefined) return undefined;
  if (end.denominator.kind !== 'whole') throw new NotCovered('a sum of quotients over items');
  const total = sums.sum(terms.coalesce(end.numerator, terms.zero));
  const unbounded = sums.some(terms.isNull(end.numerator));
  return {
    numerator: terms.choose([{ when: unbounded, value: terms.unknown('whole') }], total),
    denominator: end.denominator,
  };
}

function sumNumbers(body: SqlNumber, sums: Sums, scope: RuleScope): SqlNumber {
  return scope.intervals.between(
    sumEnd(body.low, sums, scope),
    sumEnd(body.high, sums, scope),
    sums.some(body.open),
    sums.bits(body.missing),
  );
}

function combine(expression: Aggregate, body: SqlValue, sums: Sums, scope: RuleScope): SqlValue {
  const { operation } = expression;
  if (operation === 'sum') {
    if (body.kind !== 'number') throw new TypeError('not a number');
    return sumNumbers(body, sums, scope);
  }
  if (body.kind !== 'truth') throw new TypeError('not a truth value');
  if (operation === 'count') return countTruths(body, sums, scope);
  return joinTruths(operation, body, sums, scope);
}

/** Over all items of an entity. Where the items are not listed nothing follows but that sums are not negative. */
export function compileAggregate(expression: Aggregate, scope: RuleScope): SqlExpression {
  const { terms, intervals } = scope;
  const { entity } = expression;
  const bit = scope.references.bit({ name: entity, aspect: { kind: 'items' } });
  const blank: SqlValue =
    expression.type.kind === 'truth'
      ? { kind: 'truth', value: terms.unknown('truth'), open: terms.yes, missing: bit }
      : intervals.between(intervals.fractions.of(fraction.zero), undefined, terms.yes, bit);
  const listed = listedOf(entity, scope);
  if (listed === terms.no) return { value: blank, reads: terms.no };
  if (scope.inAggregate) throw new NotCovered('an aggregate inside an aggregate');
  const body = scope.compile(expression.body, { ...scope, entity, inAggregate: true });
  const sums = new Sums(entity, scope);
  const value = combine(expression, body.value, sums, scope);
  const none = terms.equal(sums.count(terms.yes), terms.zero);
  const reads = terms.and(listed, terms.or(none, sums.some(body.reads)));
  if (value.kind === 'number' && blank.kind === 'number')
    return { value: intervals.choose([{ when: listed, value: value }], blank), reads };
  if (value.kind !== 'truth' || blank.kind !== 'truth') throw new TypeError('not a truth value');
  const pick = (value: Term, otherwise: Term): Term =>
    terms.choose([{ when: listed, value }], otherwise);
  return {
    value: {
      kind: 'truth',
      value: pick(value.value, blank.value),
      open: pick(value.open, blank.open),
      missing: pick(value.missing, blank.missing),
    },
    reads,
  };
}
