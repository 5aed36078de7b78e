import type { Expression } from '@luodi/language';
import type { CompileScope, Evaluate } from './context.ts';
import { compileAggregate } from './aggregate.ts';
import { compileArithmetic, compileExtreme } from './arithmetic.ts';
import { compileFact, compileHistory, compilePastHighest, compileWindow } from './fact.ts';
import { compileComparison, compileLogic, compileMember, compileNot } from './logic.ts';
import { compileLiteral, compileToday } from './literal.ts';

type Kind = Expression['kind'];
type OfKind<K extends Kind> = Expression & { kind: K };
/** Compiles one kind of expression; `compile` is for its parts. */
export type Compiler<K extends Kind> = (
  expression: OfKind<K>,
  compile: (part: Expression) => Evaluate,
  scope: CompileScope,
) => Evaluate;

const compilers: { readonly [K in Kind]: Compiler<K> } = {
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

function dispatch<K extends Kind>(expression: OfKind<K>, scope: CompileScope): Evaluate {
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
