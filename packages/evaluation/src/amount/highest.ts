import { joinPayables } from '../domain/payable.ts';
import { extremeOf } from '../expression/numbers.ts';
import type { AmountCompiler } from './amount-compiler.ts';

/** 就高 and 择一: the highest of the options; with 择一 the applicant is taken to choose the highest. */
export const compileHighest: AmountCompiler<'highest'> = (amount, scope) => {
  const options = amount.options.map(scope.amount);
  return (context) => {
    const parts = options.map((option) => option(context));
    return {
      amount,
      payable: joinPayables(
        parts.map((part) => part.payable),
        (a, b) => extremeOf('greatest', a, b),
      ),
      expressions: [],
      conditions: [],
      parts,
    };
  };
};
