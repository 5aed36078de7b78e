/** Amounts as terms of SQL, one compiler a form. */
import type { Amount } from '@luodi/language';
import type { RuleScope } from '../scope.ts';
import {
  compileBands,
  compileBound,
  compileByReference,
  compileCapped,
  compileCumulativeCap,
  compileDecision,
  compileDifference,
  compileDiscretionary,
  compileFirstOf,
  compileGraded,
  compileHighest,
  compilePay,
  compileSum,
} from './forms.ts';
import type { CompileAmount, OfForm } from './forms.ts';
import type { SqlPayable } from './payable.ts';

export type { SqlPayable } from './payable.ts';

type Compiler<K extends Amount['kind']> = (
  amount: OfForm<K>,
  scope: RuleScope,
  compile: CompileAmount,
) => SqlPayable;

const compilers: { readonly [K in Amount['kind']]: Compiler<K> } = {
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

function dispatch<K extends Amount['kind']>(amount: OfForm<K>, scope: RuleScope): SqlPayable {
  const compiler: Compiler<K> = compilers[amount.kind];
  return compiler(amount, scope, compileAmount);
}

/** Turns an amount into terms that come, row by row, to what the evaluator says. Throws `NotCovered`. */
export function compileAmount(amount: Amount, scope: RuleScope): SqlPayable {
  return dispatch(amount, scope);
}
