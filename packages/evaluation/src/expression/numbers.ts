import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { ArithmeticOperator } from '@luodi/language';
import type { EvaluatedExpression } from '../domain/evaluated.ts';
import { exactly, interval, known, union } from '../domain/outcome.ts';
import type { NumberOutcome } from '../domain/outcome.ts';

type Bound = Rational | undefined;

/** The number a part came to; the checker has made sure that it is one. */
export function numberOf(part: EvaluatedExpression): NumberOutcome {
  if (part.outcome.kind !== 'number') throw new TypeError(`not a number: ${part.expression.text}`);
  return part.outcome;
}

function plus(a: Bound, b: Bound): Bound {
  return a === undefined || b === undefined ? undefined : fraction.add(a, b);
}

export function addIntervals(a: NumberOutcome, b: NumberOutcome): NumberOutcome {
  return interval(plus(a.low, b.low), plus(a.high, b.high), union(a.missing, b.missing));
}

function opposite(bound: Bound): Bound {
  return bound === undefined ? undefined : fraction.negate(bound);
}

export function negateInterval(a: NumberOutcome): NumberOutcome {
  return { kind: 'number', low: opposite(a.high), high: opposite(a.low), missing: a.missing };
}

/** A bound of a product: `undefined` stands for the infinity of the sign given beside it; 0 × ∞ is 0 here. */
interface Extended {
  readonly value: Rational | 'minus' | 'plus';
}

function extend(bound: Bound, side: 'minus' | 'plus'): Extended {
  return { value: bound ?? side };
}

function sign(a: Extended): number {
  if (a.value === 'minus') return -1;
  if (a.value === 'plus') return 1;
  return Number(a.value.numerator > 0n) - Number(a.value.numerator < 0n);
}

function product(a: Extended, b: Extended): Extended {
  if (typeof a.value !== 'string' && typeof b.value !== 'string')
    return { value: fraction.multiply(a.value, b.value) };
  const s = sign(a) * sign(b);
  return { value: s === 0 ? fraction.zero : s > 0 ? 'plus' : 'minus' };
}

function before(a: Extended, b: Extended): boolean {
  if (a.value === 'minus' || b.value === 'plus') return true;
  if (a.value === 'plus' || b.value === 'minus') return false;
  return fraction.compare(a.value, b.value) <= 0;
}

function closed(bound: Extended): Bound {
  return typeof bound.value === 'string' ? undefined : bound.value;
}

export function multiplyIntervals(a: NumberOutcome, b: NumberOutcome): NumberOutcome {
  const left = exactly(a);
  const right = exactly(b);
  if (left !== undefined && right !== undefined) return known(fraction.multiply(left, right));
  const corners = [
    [extend(a.low, 'minus'), extend(b.low, 'minus')],
    [extend(a.low, 'minus'), extend(b.high, 'plus')],
    [extend(a.high, 'plus'), extend(b.low, 'minus')],
    [extend(a.high, 'plus'), extend(b.high, 'plus')],
  ] as const;
  const products = corners.map(([x, y]) => product(x, y));
  const low = products.reduce((best, next) => (before(next, best) ? next : best));
  const high = products.reduce((best, next) => (before(best, next) ? next : best));
  return interval(closed(low), closed(high), union(a.missing, b.missing));
}

function inverse(bound: Bound): Bound {
  return bound === undefined ? fraction.zero : fraction.divide(fraction.one, bound);
}

function reciprocal(b: NumberOutcome): NumberOutcome {
  const positive = b.low !== undefined && b.low.numerator > 0n;
  const negative = b.high !== undefined && b.high.numerator < 0n;
  // A divisor that may be zero says nothing about the quotient.
  if (!positive && !negative) return interval(undefined, undefined, b.missing);
  return interval(inverse(b.high), inverse(b.low), b.missing);
}

export function divideIntervals(a: NumberOutcome, b: NumberOutcome): NumberOutcome {
  return multiplyIntervals(a, reciprocal(b));
}

export function calculate(
  operator: ArithmeticOperator,
  a: NumberOutcome,
  b: NumberOutcome,
): NumberOutcome {
  switch (operator) {
    case '+':
      return addIntervals(a, b);
    case '−':
      return addIntervals(a, negateInterval(b));
    case '×':
      return multiplyIntervals(a, b);
    case '÷':
      return divideIntervals(a, b);
  }
}

/** Whether every value of one is at most every value of the other. */
function neverAbove(high: Bound, low: Bound): boolean {
  return high !== undefined && low !== undefined && fraction.compare(high, low) <= 0;
}

function leastBound(a: Bound, b: Bound, absent: 'low' | 'high'): Bound {
  if (a === undefined || b === undefined) return absent === 'low' ? undefined : (a ?? b);
  return fraction.least(a, b);
}

function greatestBound(a: Bound, b: Bound, absent: 'low' | 'high'): Bound {
  if (a === undefined || b === undefined) return absent === 'high' ? undefined : (a ?? b);
  return fraction.greatest(a, b);
}

/** The lower (or higher) of two numbers. Facts that can no longer matter are not missing. */
export function extremeOf(
  which: 'least' | 'greatest',
  a: NumberOutcome,
  b: NumberOutcome,
): NumberOutcome {
  if (neverAbove(a.high, b.low)) return which === 'least' ? a : b;
  if (neverAbove(b.high, a.low)) return which === 'least' ? b : a;
  const missing = union(a.missing, b.missing);
  return which === 'least'
    ? interval(leastBound(a.low, b.low, 'low'), leastBound(a.high, b.high, 'high'), missing)
    : interval(greatestBound(a.low, b.low, 'low'), greatestBound(a.high, b.high, 'high'), missing);
}
