import type { Operation, Range, Term } from './term.ts';

/** What 128 bits, and 38 decimal digits, hold in every database. */
const widest = 99_999_999_999_999_999_999_999_999_999_999_999_999n;

/** What 64 bits hold. */
const narrowest = 9_223_372_036_854_775_807n;

const none: Range = { least: 0n, greatest: 0n };

function smallest(values: readonly bigint[]): bigint {
  return values.reduce((best, next) => (next < best ? next : best));
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((best, next) => (next > best ? next : best));
}

function around(values: readonly bigint[]): Range {
  return { least: smallest(values), greatest: largest(values) };
}

function hullOf(ranges: readonly Range[]): Range {
  return ranges.length === 0
    ? none
    : around(ranges.flatMap(({ least, greatest }) => [least, greatest]));
}

/** Whether 64 bits are enough. */
export function isNarrow({ least, greatest }: Range): boolean {
  return least >= -narrowest && greatest <= narrowest;
}

export function fitsAnywhere({ least, greatest }: Range): boolean {
  return least >= -widest && greatest <= widest;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

function pairwise(a: Range, b: Range, combine: (x: bigint, y: bigint) => bigint): Range {
  return around(
    [a.least, a.greatest].flatMap((x) => [b.least, b.greatest].map((y) => combine(x, y))),
  );
}

function nextPower(value: bigint): bigint {
  let power = 1n;
  while (power <= value) power *= 2n;
  return power;
}

/** Between what the result lies, given what its operands lie between. */
export function rangeOf(operation: Operation, operands: readonly Term[]): Range {
  const [a = none, b = none] = operands.map(({ range }) => range);
  switch (operation) {
    case 'add':
      return pairwise(a, b, (x, y) => x + y);
    case 'subtract':
      return pairwise(a, b, (x, y) => x - y);
    case 'multiply':
      return pairwise(a, b, (x, y) => x * y);
    case 'floor_divide': {
      const divisor = { least: b.least < 1n ? 1n : b.least, greatest: b.greatest };
      return pairwise(a, divisor, floorDivide);
    }
    case 'least':
      return {
        least: smallest(operands.map(({ range }) => range.least)),
        greatest: smallest(operands.map(({ range }) => range.greatest)),
      };
    case 'greatest':
      return {
        least: largest(operands.map(({ range }) => range.least)),
        greatest: largest(operands.map(({ range }) => range.greatest)),
      };
    case 'bit_or':
      return {
        least: 0n,
        greatest: nextPower(largest(operands.map(({ range }) => range.greatest))) - 1n,
      };
    case 'case': {
      const values = operands.filter(
        (operand, index) =>
          (index % 2 === 1 || index === operands.length - 1) && operand.kind !== 'null',
      );
      return hullOf(values.map(({ range }) => range));
    }
    case 'coalesce':
      return hullOf(operands.filter(({ kind }) => kind !== 'null').map(({ range }) => range));
    case 'equal':
    case 'less':
    case 'at_most':
    case 'and':
    case 'or':
    case 'not':
    case 'is_null':
    case 'one_of':
    case 'add_months':
    case 'add_days':
      return none;
  }
}
