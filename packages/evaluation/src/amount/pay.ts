import { fraction } from '@luodi/kernel';
import type { Manner } from '@luodi/language';
import { known } from '../domain/outcome.ts';
import type { NumberOutcome } from '../domain/outcome.ts';
import { exactPayable, openAbove, payable } from '../domain/payable.ts';
import type { EvaluatedAmount, Payable } from '../domain/payable.ts';
import { extremeOf, numberOf } from '../expression/numbers.ts';
import type { AmountCompiler } from './amount-compiler.ts';

const zero = known(fraction.zero);

/** A sum is never below zero: a shrinking base earns nothing. */
export function notNegative(value: NumberOutcome): NumberOutcome {
  return extremeOf('greatest', value, zero);
}

/** What the words make of a figure: exactly it, at most it, at least it. */
export function inManner(manner: Manner, value: NumberOutcome): Payable {
  switch (manner) {
    case 'exact':
      return exactPayable(value);
    case 'at_most':
      return payable('at_most', zero, value);
    case 'at_least':
      return payable('at_least', value, openAbove(value));
  }
}

export const compilePay: AmountCompiler<'pay'> = (amount, { expression }) => {
  const value = expression(amount.value);
  return (context) => {
    const evaluated = value(context);
    return {
      amount,
      payable: inManner(amount.manner, notNegative(numberOf(evaluated))),
      expressions: [evaluated],
      conditions: [],
      parts: [],
    };
  };
};

export const compileDiscretionary: AmountCompiler<'discretionary'> = (amount, { expression }) => {
  const ceiling = amount.ceiling === undefined ? undefined : expression(amount.ceiling);
  return (context) => {
    const evaluated = ceiling?.(context);
    return {
      amount,
      payable: payable(
        'discretionary',
        zero,
        evaluated === undefined ? openAbove(zero) : numberOf(evaluated),
      ),
      expressions: evaluated === undefined ? [] : [evaluated],
      conditions: [],
      parts: [],
    };
  };
};

export const compileByReference: AmountCompiler<'by_reference'> = (amount) => {
  const evaluated: EvaluatedAmount = {
    amount,
    payable: payable('by_reference', zero, openAbove(zero)),
    expressions: [],
    conditions: [],
    parts: [],
  };
  return () => evaluated;
};

export const compileDecision: AmountCompiler<'decision'> = (amount) => {
  const evaluated: EvaluatedAmount = {
    amount,
    payable: payable('none', zero, zero),
    expressions: [],
    conditions: [],
    parts: [],
  };
  return () => evaluated;
};
