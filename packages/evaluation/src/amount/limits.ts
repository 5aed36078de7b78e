import { mapEnds } from '../domain/payable.ts';
import type { NumberOutcome } from '../domain/outcome.ts';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import type { EvaluatedAmount } from '../domain/payable.ts';
import type { Amount } from '@luodi/language';
import { addIntervals, extremeOf, negateInterval, numberOf } from '../expression/numbers.ts';
import type { AmountCompiler } from './amount-compiler.ts';
import { notNegative } from './pay.ts';

/** Wraps an inner amount: both ends change alike. */
function limited(
  amount: Amount,
  inner: EvaluatedAmount,
  expressions: readonly EvaluatedExpression[],
  change: (end: NumberOutcome) => NumberOutcome,
): EvaluatedAmount {
  const payable =
    inner.payable.given.value === false ? inner.payable : mapEnds(inner.payable, change);
  return { amount, payable, expressions, conditions: [], parts: [inner] };
}

function remaining(cap: NumberOutcome, received: NumberOutcome): NumberOutcome {
  return notNegative(addIntervals(cap, negateInterval(received)));
}

/** 封顶 */
export const compileCapped: AmountCompiler<'capped'> = (amount, scope) => {
  const inner = scope.amount(amount.amount);
  const cap = scope.expression(amount.cap);
  return (context) => {
    const limit = cap(context);
    return limited(amount, inner(context), [limit], (end) =>
      extremeOf('least', end, numberOf(limit)),
    );
  };
};

/** 补差 */
export const compileDifference: AmountCompiler<'difference'> = (amount, scope) => {
  const inner = scope.amount(amount.amount);
  const received = scope.expression(amount.received);
  return (context) => {
    const before = received(context);
    return limited(amount, inner(context), [before], (end) => remaining(end, numberOf(before)));
  };
};

/** 累计封顶 */
export const compileCumulativeCap: AmountCompiler<'cumulative_cap'> = (amount, scope) => {
  const inner = scope.amount(amount.amount);
  const cap = scope.expression(amount.cap);
  const received = scope.expression(amount.received);
  return (context) => {
    const limit = cap(context);
    const before = received(context);
    const room = remaining(numberOf(limit), numberOf(before));
    return limited(amount, inner(context), [limit, before], (end) => extremeOf('least', end, room));
  };
};

/** 总额不超过 */
export const compileBound: AmountCompiler<'bounded_by'> = (amount, scope) => {
  const inner = scope.amount(amount.amount);
  const base = scope.expression(amount.base);
  return (context) => {
    const limit = base(context);
    return limited(amount, inner(context), [limit], (end) =>
      extremeOf('least', end, notNegative(numberOf(limit))),
    );
  };
};
