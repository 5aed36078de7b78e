import type { RuleScope } from '../scope.ts';
import type { SqlExpression, SqlValue } from '../sql-value.ts';
import type { OfKind } from './values.ts';

function literalValue({ value }: OfKind<'literal'>, { terms, intervals }: RuleScope): SqlValue {
  switch (value.kind) {
    case 'truth':
      return {
        kind: 'truth',
        value: terms.truth(value.value),
        open: terms.no,
        missing: terms.zero,
      };
    case 'number':
      return intervals.known(value.value);
    case 'date':
      return { kind: 'date', value: terms.date(value.value), missing: terms.zero };
    case 'choice':
    case 'text':
      return { kind: 'name', value: terms.text(value.value), missing: terms.zero };
  }
}

export function compileLiteral(expression: OfKind<'literal'>, scope: RuleScope): SqlExpression {
  return { value: literalValue(expression, scope), reads: scope.terms.no };
}

/** 评价日 */
export function compileToday(_expression: OfKind<'today'>, scope: RuleScope): SqlExpression {
  const { terms, date } = scope;
  return {
    value: { kind: 'date', value: terms.date(date), missing: terms.zero },
    reads: terms.no,
  };
}
