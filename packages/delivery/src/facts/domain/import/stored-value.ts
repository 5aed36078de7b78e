import { findUnit, fraction, rational } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { Fact, Value } from '@luodi/language';

const places = 10;

/** Its decimal digits, where they end. */
function exactDecimal(number: Rational): string | undefined {
  const scaled = number.numerator * 10n ** BigInt(places);
  return scaled % number.denominator === 0n ? fraction.formatDecimal(number, places) : undefined;
}

/** A whole number as JSON, or as text with its unit where JSON would lose digits. */
function whole(number: bigint, unit: string): number | string {
  const plain = Number(number);
  return Number.isSafeInteger(plain) ? plain : `${number}${unit}`;
}

function storedNumber(number: Rational, fact: Fact): number | string | undefined {
  if (fact.factKind === 'money') return whole(number.numerator, '分');
  if (fact.factKind === 'rate') {
    const percent = exactDecimal(fraction.multiply(number, rational(100n)));
    return percent === undefined ? undefined : `${percent}%`;
  }
  const unit = fact.unit === undefined ? undefined : findUnit(fact.unit);
  const counted = unit === undefined || unit.counter !== undefined;
  if (counted && number.denominator === 1n) return whole(number.numerator, fact.unit ?? '');
  const inUnit = unit === undefined ? number : fraction.divide(number, unit.scale);
  const digits = inUnit === undefined ? undefined : exactDecimal(inUnit);
  return digits === undefined ? undefined : `${digits}${fact.unit ?? ''}`;
}

/**
 * A value as a facts file writes it, alike however it was written before: money in whole 分, other numbers in the unit of the
 * vocabulary. `written` stands for numbers that have no end in that unit (亩 as 平方米).
 */
export function storedValue(value: Value, fact: Fact, written: string): unknown {
  switch (value.kind) {
    case 'truth':
    case 'choice':
    case 'text':
      return value.value;
    case 'date':
      return value.value.toString();
    case 'number':
      return storedNumber(value.value, fact) ?? written;
  }
}
