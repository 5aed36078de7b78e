import type { Amount, Expression } from '@luodi/language';
import type { EvaluatedAmount } from '../domain/payable.ts';
import type { Context, Evaluate } from '../expression/context.ts';
import { compileCapped, compileCumulativeCap, compileDifference, compileBound } from './limits.ts';
import { compileBands } from './bands.ts';
import { compileFirstOf, compileGraded, compileSum } from './arms.ts';
import { compileHighest } from './highest.ts';
import { compileByReference, compileDecision, compileDiscretionary, compilePay } from './pay.ts';

export type EvaluateAmount = (context: Context) => EvaluatedAmount;

type Kind = Amount['kind'];

/** What a form needs to compile its parts. */
export interface AmountScope {
  readonly expression: (part: Expression) => Evaluate;
  readonly amount: (part: Amount) => EvaluateAmount;
}

/** Compiles one form of amount. */
export type AmountCompiler<K extends Kind> = (
  amount: Amount & { kind: K },
  scope: AmountScope,
) => EvaluateAmount;

const compilers: { readonly [K in Kind]: AmountCompiler<K> } = {
  pay: compilePay,
  discretionary: compileDiscretionary,
  by_reference: compileByReference,
  decision: compileDecision,
  first_of: compileFirstOf,
  graded: compileGraded,
  bands: compileBands,
  highest: compileHighest,
  sum: compileSum,
  capped: compileCapped,
  difference: compileDifference,
  cumulative_cap: compileCumulativeCap,
  bounded_by: compileBound,
};

function dispatch<K extends Kind>(
  amount: Amount & { kind: K },
  scope: AmountScope,
): EvaluateAmount {
  const compiler: AmountCompiler<K> = compilers[amount.kind];
  return compiler(amount, scope);
}

/** Turns an amount into a JavaScript function of the context. */
export function compileAmount(
  amount: Amount,
  expression: (part: Expression) => Evaluate,
): EvaluateAmount {
  return dispatch(amount, { expression, amount: (part) => compileAmount(part, expression) });
}
