import type { NumericLiteral } from '@luodi/language';
import { pureNumber } from '@luodi/kernel';
import type { ParameterRange } from './parameter.ts';

/** Things that are counted, and spans of time, come whole. */
function comesWhole({ unit }: NumericLiteral): boolean {
  if (unit === undefined || unit.counter !== undefined) return true;
  const { dimension } = unit;
  return dimension === 'month' || dimension === 'day' || dimension === 'workday';
}

/** The step: a tenth to a hundredth of the number, a power of ten; whole in its own unit where the number leaves room. */
function stepOf(value: number, decimals: number, whole: boolean): number {
  const unitStep = 10 ** -decimals;
  const steps = value / unitStep;
  if (steps < 4 && !whole) return unitStep / 10;
  return steps < 200 ? unitStep : 10 ** (Math.floor(Math.log10(steps)) - 1) * unitStep;
}

/** Half of the number to double of it. */
export function rangeOf(literal: NumericLiteral): ParameterRange | undefined {
  const digits = literal.digits
    .replaceAll(/[,，]/g, '')
    .replaceAll(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const value = Number(digits);
  if (digits === '' || !Number.isFinite(value) || value <= 0) return undefined;
  const places = digits.split('.')[1]?.length ?? 0;
  const step = stepOf(value, places, comesWhole(literal));
  const decimals = Math.max(places, step < 1 ? Math.round(-Math.log10(step)) : 0);
  const rounded = (number: number): number => Number(number.toFixed(decimals));
  return {
    min: rounded(Math.max(Math.floor(value / 2 / step + 1e-9) * step, step)),
    max: rounded(Math.ceil((value * 2) / step - 1e-9) * step),
    step: rounded(step),
    value,
    decimals,
    unit: literal.unit?.symbol ?? '',
  };
}

/** Whether a number is a rate: a share, a multiple, or money for each of something. */
export function isRate({ unit }: NumericLiteral): boolean {
  if (unit === undefined) return false;
  return (
    unit.symbol.includes('/') ||
    (unit.dimension === pureNumber && unit.counter === undefined && /[%‰倍折点]$/.test(unit.symbol))
  );
}
