import type { SheetCell } from '../domain/import/sheet.ts';

/** Spreadsheets keep 15 digits of a number; the 16th on is made up. */
const digitsKept = 15;

/** Decimal digits without a power of ten. */
function plainDecimal(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? sign + digits + '0'.repeat(point - digits.length)
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/u, '') : decimal;
}

/** A number of a spreadsheet with the digits that it keeps: `0.1 + 0.2` is 0.3 there. `percent`: shown as a percentage. */
export function numberCell(number: number, percent: boolean): SheetCell {
  const digits = trimmed(plainDecimal(number.toExponential(digitsKept - 1)));
  if (!Number.isFinite(number)) return { trouble: 'error_value', shown: String(number) };
  if (Math.abs(number) >= 10 ** digitsKept) return { trouble: 'imprecise', shown: digits };
  if (!percent) return digits;
  // Two places further left, in digits.
  return `${trimmed(plainDecimal((number * 100).toExponential(digitsKept - 1)))}%`;
}
