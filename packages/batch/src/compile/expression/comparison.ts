import type { CodeList, ComparisonOperator } from '@luodi/language';
import type { Term } from '../../sql/term.ts';
import { NotCovered } from '../../sql/not-covered.ts';
import type { RuleScope } from '../scope.ts';
import type { SqlExpression, SqlNumber } from '../sql-value.ts';
import { readsOf, truthFrom } from './logic.ts';
import type { OfKind } from './values.ts';

/** What each comparison is in terms of `=`, `<` and `<=`. */
function compareTerms(operator: ComparisonOperator, a: Term, b: Term, { terms }: RuleScope): Term {
  switch (operator) {
    case '=':
      return terms.equal(a, b);
    case '≠':
      return terms.not(terms.equal(a, b));
    case '<':
      return terms.less(a, b);
    case '<=':
      return terms.atMost(a, b);
    case '>':
      return terms.less(b, a);
    case '>=':
      return terms.atMost(b, a);
  }
}

/** Whether a comparison of a number from zero up with a fixed one stays open while the number is not known. */
function blankIsOpen(
  operator: ComparisonOperator,
  blank: 'any' | 'from_zero',
  limit: bigint,
): boolean {
  if (blank === 'any') return true;
  switch (operator) {
    case '>=':
    case '<':
      return limit > 0n;
    case '>':
    case '<=':
    case '=':
    case '≠':
      return limit >= 0n;
  }
}

/** Compares two intervals: decided only if every pair of values decides alike. */
export function compareNumbers(
  operator: ComparisonOperator,
  a: SqlNumber,
  b: SqlNumber,
  scope: RuleScope,
): Term {
  const { terms, intervals } = scope;
  const { fractions } = intervals;
  const limit = b.plain?.value.numerator;
  if (
    a.plain !== undefined &&
    b.plain !== undefined &&
    limit?.kind === 'whole' &&
    blankIsOpen(operator, a.plain.blank, limit.value)
  ) {
    const { numerators } = fractions.common([a.plain.value, b.plain.value]);
    const [x = terms.zero, y = terms.zero] = numerators;
    return compareTerms(operator, x, y, scope);
  }
  const surely = (operation: 'less' | 'atMost', x: SqlNumber, y: SqlNumber): Term =>
    x.high === undefined || y.low === undefined
      ? terms.no
      : terms.isTrue(fractions.compare(operation, x.high, y.low));
  const decide = (yes: Term, no: Term): Term =>
    terms.choose(
      [
        { when: yes, value: terms.yes },
        { when: no, value: terms.no },
      ],
      terms.unknown('truth'),
    );
  switch (operator) {
    case '>=':
      return decide(surely('atMost', b, a), surely('less', a, b));
    case '<':
      return decide(surely('less', a, b), surely('atMost', b, a));
    case '>':
      return decide(surely('less', b, a), surely('atMost', a, b));
    case '<=':
      return decide(surely('atMost', a, b), surely('less', b, a));
    case '=':
    case '≠': {
      const apart = terms.or(surely('less', a, b), surely('less', b, a));
      const same = terms.and(surely('atMost', a, b), surely('atMost', b, a));
      return operator === '=' ? decide(same, apart) : decide(apart, same);
    }
  }
}

/** Rank of a choice in an ordered list; the first member is the highest, so ranks fall. */
function rankOf(value: Term, list: CodeList, { terms }: RuleScope): Term {
  return terms.choose(
    list.members.map(({ name }, index) => ({
      when: terms.equal(value, terms.text(name)),
      value: terms.whole(BigInt(-index)),
    })),
    terms.unknown('whole'),
  );
}

function compareChoices(
  operator: ComparisonOperator,
  a: Term,
  b: Term,
  list: CodeList | undefined,
  scope: RuleScope,
): Term {
  const { terms } = scope;
  if (list === undefined || !list.ordered) {
    if (operator !== '=' && operator !== '≠') throw new NotCovered('order of an unordered list');
    return compareTerms(operator, a, b, scope);
  }
  const ranks = new Map(list.members.map(({ name }, index) => [name, -index]));
  const limit = b.kind === 'text' ? ranks.get(b.value) : undefined;
  if (limit === undefined)
    return compareTerms(operator, rankOf(a, list, scope), rankOf(b, list, scope), scope);
  const fits = list.members.filter(
    ({ name }) =>
      compareTerms(
        operator,
        terms.whole(BigInt(ranks.get(name) ?? 0)),
        terms.whole(BigInt(limit)),
        scope,
      ) === terms.yes,
  );
  return terms.oneOf(
    a,
    fits.map(({ name }) => terms.text(name)),
  );
}

/** Comparisons of numbers, dates, choices, texts and truths. */
export function compileComparison(
  expression: OfKind<'comparison'>,
  scope: RuleScope,
): SqlExpression {
  const { operator } = expression;
  const left = scope.compile(expression.left, scope);
  const right = scope.compile(expression.right, scope);
  const reads = readsOf([left, right], scope);
  const [a, b] = [left.value, right.value];
  if (a.kind === 'number' && b.kind === 'number')
    return { value: truthFrom(compareNumbers(operator, a, b, scope), [a, b], scope), reads };
  if (a.kind === 'number' || b.kind === 'number') throw new TypeError('compared with a number');
  const { type } = expression.left;
  const list = type.kind === 'choice' ? scope.vocabulary.lists.get(type.list) : undefined;
  const value =
    type.kind === 'choice'
      ? compareChoices(operator, a.value, b.value, list, scope)
      : compareTerms(operator, a.value, b.value, scope);
  const { terms } = scope;
  const parts = [a, b].map((part) => ({
    open: part.kind === 'truth' ? part.open : terms.isNull(part.value),
    missing: part.missing,
  }));
  return { value: truthFrom(value, parts, scope), reads };
}
