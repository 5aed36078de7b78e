import type { Amount, Expression } from '@luodi/language';
import type { Evaluate } from '../expression/context.ts';
import type { AmountCompiler, AmountForm, AmountScope, EvaluateAmount } from './amount-compiler.ts';
import { compileCapped, compileCumulativeCap, compileDifference, compileBound } from './limits.ts';
import { compileBands } from './bands.ts';
import { compileFirstOf, compileGraded, compileSum } from './arms.ts';
import { compileHighest } from './highest.ts';
import { compileByReference, compileDecision, compileDiscretionary, compilePay } from './pay.ts';

const compilers: { readonly [K in AmountForm]: AmountCompiler<K> } = {
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

function dispatch<K extends AmountForm>(
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
