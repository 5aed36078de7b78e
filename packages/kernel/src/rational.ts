/**
 * Exact fractions. Every amount, rate and measure in Luodi is one; there is no floating point on the way to a sum.
 * Always in lowest terms with a positive denominator, so two equal values have equal fields.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `numerator / denominator` in lowest terms. The denominator must not be zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new RangeError('rational: denominator is zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) || 1n;
  return {
    numerator: (sign * numerator) / divisor,
    denominator: (sign * denominator) / divisor,
  };
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === 1n && b.denominator === 1n) return rational(a.numerator + b.numerator);
  return rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`; `undefined` when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  if (a.denominator === b.denominator)
    return a.numerator < b.numerator ? -1 : a.numerator > b.numerator ? 1 : 0;
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The largest whole number not above `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** The smallest whole number not below `a`. */
export function ceiling(a: Rational): bigint {
  return -floor(negate(a));
}

/** Reads a plain decimal (`12`, `-0.5`, `1,500.25`); `undefined` for anything else. */
export function parseDecimal(text: string): Rational | undefined {
  const plain = text.replace(/[,，](?=\d{3}(?:\D|$))/g, '');
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return rational(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** Decimal digits of `a` if it has a finite expansion, else rounded to `places` places after the point. */
export function formatDecimal(a: Rational, places = 6): string {
  const scale = 10n ** BigInt(places);
  const scaled = a.numerator * scale;
  const magnitude = (scaled < 0n ? -scaled : scaled) * 2n + a.denominator;
  const rounded = magnitude / (a.denominator * 2n);
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const sign = a.numerator < 0n && rounded !== 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** The number as it is: its decimal digits where they end within `places`, else the fraction: `1.5`, `2/3`. */
export function formatExact(a: Rational, places = 6): string {
  const scaled = a.numerator * 10n ** BigInt(places);
  return scaled % a.denominator === 0n
    ? formatDecimal(a, places)
    : `${a.numerator}/${a.denominator}`;
}
