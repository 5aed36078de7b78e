/** Expressions of the rules language as terms of SQL, one compiler a kind. */
import type { Expression } from '@luodi/language';
import type { RuleScope } from '../scope.ts';
import type { SqlExpression } from '../sql-value.ts';
import { compileAggregate } from './aggregate.ts';
import { compileArithmetic, compileExtreme } from './arithmetic.ts';
import { compileComparison } from './comparison.ts';
import { compileFact, compileHistory, compilePastHighest, compileWindow } from './facts.ts';
import { compileLiteral, compileToday } from './literal.ts';
import { compileLogic, compileMember, compileNot } from './logic.ts';
import type { OfKind } from './values.ts';

type Compiler<K extends Expression['kind']> = (
  expression: OfKind<K>,
  scope: RuleScope,
) => SqlExpression;

const compilers: { readonly [K in Expression['kind']]: Compiler<K> } = {
  literal: compileLiteral,
  fact: compileFact,
  window: compileWindow,
  past_highest: compilePastHighest,
  history: compileHistory,
  today: compileToday,
  arithmetic: compileArithmetic,
  comparison: compileComparison,
  member: compileMember,
  not: compileNot,
  and: compileLogic,
  or: compileLogic,
  least: compileExtreme,
  greatest: compileExtreme,
  aggregate: compileAggregate,
};

function dispatch<K extends Expression['kind']>(
  expression: OfKind<K>,
  scope: RuleScope,
): SqlExpression {
  const compiler: Compiler<K> = compilers[expression.kind];
  return compiler(expression, scope);
}

/** Turns an expression into terms that come, row by row, to what the evaluator says. Throws `NotCovered`. */
export function compileExpression(expression: Expression, scope: RuleScope): SqlExpression {
  return dispatch(expression, scope);
}
