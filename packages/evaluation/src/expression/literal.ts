import { none, outcomeOfValue } from '../domain/outcome.ts';
import type { Compiler } from './compiler.ts';

export const compileLiteral: Compiler<'literal'> = (expression) => {
  const evaluated = {
    expression,
    outcome: outcomeOfValue(expression.value),
    operands: [],
    reference: undefined,
  };
  return () => evaluated;
};

export const compileToday: Compiler<'today'> = (expression) => (context) => ({
  expression,
  outcome: { kind: 'date', value: context.date, missing: none },
  operands: [],
  reference: undefined,
});
