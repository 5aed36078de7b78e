import type { Dimension } from './dimension.ts';
import { multiply, parseDecimal } from './rational.ts';
import type { Rational } from './rational.ts';
import { findUnit, noUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/** A number with its unit as written, its value in the base unit of its dimension. */
export interface Quantity {
  readonly value: Rational;
  readonly dimension: Dimension;
  readonly unit: Unit;
}

export type QuantityFault = 'not_a_number' | 'unknown_unit';

/** No quantity is longer; sums of a million digits would take minutes. */
const longestQuantity = 100;

/**
 * Reads a quantity as documents write it: `200万元`, `1.5亿元`, `5‰`, `3,000万元`, `500平方米`, `-20万元`, `12`.
 * Full-width digits, points and signs are accepted. The value comes in the base unit (money in 分).
 */
export function parseQuantity(text: string): Quantity | QuantityFault {
  const trimmed = text.trim();
  if (trimmed.length > longestQuantity) return 'not_a_number';
  const narrow = trimmed
    .replace(/[０-９．－＋％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/^−/, '-');
  const match = /^([+-]?\d[\d,，]*(?:\.\d+)?)\s*(.*)$/.exec(narrow);
  if (match === null) return 'not_a_number';
  const [, digits = '', symbol = ''] = match;
  const number = parseDecimal(digits);
  if (number === undefined) return 'not_a_number';
  if (symbol === '') return { value: number, dimension: noUnit.dimension, unit: noUnit };
  const unit = findUnit(symbol);
  if (unit === undefined) return 'unknown_unit';
  return { value: multiply(number, unit.scale), dimension: unit.dimension, unit };
}
