import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { ArithmeticOperator, Expression } from '@luodi/language';

const operations: Readonly<
  Record<ArithmeticOperator, (a: Rational, b: Rational) => Rational | undefined>
> = {
  '+': fraction.add,
  '−': fraction.subtract,
  '×': fraction.multiply,
  '÷': fraction.divide,
};

function constant(expression: Expression): Rational | undefined {
  if (expression.kind === 'literal')
    return expression.value.kind === 'number' ? expression.value.value : undefined;
  if (expression.kind !== 'arithmetic') return undefined;
  const left = constant(expression.left);
  const right = constant(expression.right);
  if (left === undefined || right === undefined) return undefined;
  return operations[expression.operator](left, right);
}

/**
 * The sum that a 合并封顶 names, in whole fen, cut down. Throws when it is not a sum of money by itself: a cap that hangs on an
 * applicant's facts cannot be weighed here, and to leave it out would promise too much.
 */
export function constantFen(expression: Expression): bigint {
  const value = constant(expression);
  if (value === undefined)
    throw new Error(`joint cap "${expression.text}" is not a fixed sum of money`);
  return fraction.floor(value);
}
