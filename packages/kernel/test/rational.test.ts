import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, rational } from '../src/index.ts';

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('fractions are in lowest terms with a positive denominator', () => {
  const cases = [
    { name: '6/8 is 3/4', made: rational(6n, 8n), is: [3n, 4n] },
    { name: '1/−2 is −1/2', made: rational(1n, -2n), is: [-1n, 2n] },
    { name: '−4/−6 is 2/3', made: rational(-4n, -6n), is: [2n, 3n] },
    { name: '0/7 is 0/1', made: rational(0n, 7n), is: [0n, 1n] },
    { name: '0/−7 is 0/1', made: rational(0n, -7n), is: [0n, 1n] },
    { name: '10/5 is 2/1', made: rational(10n, 5n), is: [2n, 1n] },
  ];
  for (const c of cases)
    test(c.name, () => expect([c.made.numerator, c.made.denominator]).toEqual(c.is));

  test('a denominator of zero is a bug of the caller', () =>
    expect(() => rational(1n, 0n)).toThrow(RangeError));
});

describe('rounding to whole numbers', () => {
  const cases = [
    { name: '7/2 lies between 3 and 4', of: rational(7n, 2n), floor: 3n, ceiling: 4n },
    { name: '−7/2 lies between −4 and −3', of: rational(-7n, 2n), floor: -4n, ceiling: -3n },
    { name: '4 is itself', of: rational(4n), floor: 4n, ceiling: 4n },
    { name: '−4 is itself', of: rational(-8n, 2n), floor: -4n, ceiling: -4n },
    { name: '−1/3 lies between −1 and 0', of: rational(-1n, 3n), floor: -1n, ceiling: 0n },
    { name: '0 is itself', of: rational(0n), floor: 0n, ceiling: 0n },
  ];
  for (const c of cases)
    test(c.name, () => {
      expect(fraction.floor(c.of)).toBe(c.floor);
      expect(fraction.ceiling(c.of)).toBe(c.ceiling);
    });
});

describe('decimals are read exactly', () => {
  const cases: readonly [string, readonly [bigint, bigint] | undefined][] = [
    ['12', [12n, 1n]],
    ['-0.5', [-1n, 2n]],
    ['+3', [3n, 1n]],
    ['1,500.25', [6001n, 4n]],
    ['1，500', [1500n, 1n]],
    ['1,234,567', [1234567n, 1n]],
    ['0.1', [1n, 10n]],
    ['007', [7n, 1n]],
    ['1,50', undefined],
    ['1.', undefined],
    ['.5', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['-', undefined],
    ['一百', undefined],
  ];
  for (const [text, is] of cases)
    test(`“${text}” is ${is === undefined ? 'no number' : is.join('/')}`, () => {
      const read = fraction.parseDecimal(text);
      expect(read === undefined ? undefined : [read.numerator, read.denominator]).toEqual(is);
    });
});

describe('decimals are written without superfluous zeros', () => {
  const cases = [
    { of: rational(5n), text: '5' },
    { of: rational(1n, 8n), text: '0.125' },
    { of: rational(-1n, 8n), text: '-0.125' },
    { of: rational(1n, 3n), text: '0.333333' },
    { of: rational(2n, 3n), text: '0.666667' },
    { of: rational(-2n, 3n), text: '-0.666667' },
    { of: rational(-1n, 10_000_000n), text: '0' },
    { of: rational(1n, 2_000_000n), text: '0.000001' },
  ];
  for (const c of cases)
    test(`${c.of.numerator}/${c.of.denominator} is ${c.text}`, () =>
      expect(fraction.formatDecimal(c.of)).toBe(c.text));
});

describe('arithmetic is exact', () => {
  test('a tenth and two tenths are three tenths', () =>
    expect(fraction.add(rational(1n, 10n), rational(2n, 10n))).toEqual(rational(3n, 10n)));
  test('nothing is divided by zero', () =>
    expect(fraction.divide(rational(1n), rational(0n))).toBeUndefined());
  test('what is added can be taken away again', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) =>
        fraction.equal(fraction.subtract(fraction.add(a, b), b), a),
      ),
    ));
  test('what is multiplied can be divided again', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        const quotient = fraction.divide(fraction.multiply(a, b), b);
        return b.numerator === 0n
          ? quotient === undefined
          : quotient !== undefined && fraction.equal(quotient, a);
      }),
    ));
  test('the order agrees with the sign of the difference', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        const difference = fraction.subtract(a, b).numerator;
        const sign = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        return fraction.compare(a, b) === sign;
      }),
    ));
  test('the least is never above the greatest, and they are the two given', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        const [low, high] = [fraction.least(a, b), fraction.greatest(a, b)];
        return (
          fraction.compare(low, high) <= 0 &&
          fraction.equal(fraction.add(low, high), fraction.add(a, b))
        );
      }),
    ));
  test('the whole number below is at most one below', () =>
    fc.assert(
      fc.property(rationals, (a) => {
        const rest = fraction.subtract(a, rational(fraction.floor(a)));
        return rest.numerator >= 0n && rest.numerator < rest.denominator;
      }),
    ));
});

describe('a number as it is', () => {
  for (const [numerator, denominator, text] of [
    [3n, 2n, '1.5'],
    [2n, 3n, '2/3'],
    [-1n, 3n, '-1/3'],
    [4n, 2n, '2'],
    [1n, 10_000_000n, '1/10000000'],
  ] as const)
    test(text, () => expect(fraction.formatExact(rational(numerator, denominator))).toBe(text));
});
