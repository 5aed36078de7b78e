import type { Expression } from '@luodi/language';
import type { Compiler, ExpressionKind, ExpressionOfKind } from './compiler.ts';
import type { CompileScope, Evaluate } from './context.ts';
import { compileAggregate } from './aggregate.ts';
import { compileArithmetic, compileExtreme } from './arithmetic.ts';
import { compileFact, compileHistory, compilePastHighest, compileWindow } from './fact.ts';
import { compileComparison, compileLogic, compileMember, compileNot } from './logic.ts';
import { compileLiteral, compileToday } from './literal.ts';

const compilers: { readonly [K in ExpressionKind]: Compiler<K> } = {
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

function dispatch<K extends ExpressionKind>(
  expression: ExpressionOfKind<K>,
  scope: CompileScope,
): Evaluate {
  const compiler: Compiler<K> = compilers[expression.kind];
  return compiler(expression, (part) => compileExpression(part, scope), scope);
}

/**
 * Turns an expression into a JavaScript function of the context. The function never throws on facts: what is not
 * known comes out as unknown, with the facts that would decide it.
 */
export function compileExpression(expression: Expression, scope: CompileScope): Evaluate {
  return dispatch(expression, scope);
}
