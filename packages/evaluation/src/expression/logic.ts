import { not } from '@luodi/kernel';
import { truth } from '../domain/outcome.ts';
import type { Compiler } from './compiler.ts';
import { compareOutcomes } from './comparisons.ts';
import { joinTruths, truthOf } from './truth-values.ts';

export const compileLogic: Compiler<'and' | 'or'> = (expression, compile) => {
  const items = expression.items.map(compile);
  return (context) => {
    const operands = items.map((item) => item(context));
    return {
      expression,
      outcome: joinTruths(expression.kind, operands),
      operands,
      reference: undefined,
    };
  };
};

export const compileNot: Compiler<'not'> = (expression, compile) => {
  const of = compile(expression.of);
  return (context) => {
    const operand = of(context);
    const { value, missing } = truthOf(operand);
    return {
      expression,
      outcome: truth(not(value), missing),
      operands: [operand],
      reference: undefined,
    };
  };
};

export const compileComparison: Compiler<'comparison'> = (expression, compile, scope) => {
  const left = compile(expression.left);
  const right = compile(expression.right);
  const { type } = expression.left;
  const list = type.kind === 'choice' ? scope.vocabulary.lists.get(type.list) : undefined;
  return (context) => {
    const a = left(context);
    const b = right(context);
    return {
      expression,
      outcome: compareOutcomes(expression.operator, a.outcome, b.outcome, list),
      operands: [a, b],
      reference: undefined,
    };
  };
};

export const compileMember: Compiler<'member'> = (expression, compile) => {
  const of = compile(expression.of);
  const options = new Set(expression.options);
  return (context) => {
    const operand = of(context);
    const { outcome } = operand;
    const value = outcome.kind === 'name' ? outcome.value : undefined;
    return {
      expression,
      outcome: value === undefined ? truth(undefined, outcome.missing) : truth(options.has(value)),
      operands: [operand],
      reference: undefined,
    };
  };
};
