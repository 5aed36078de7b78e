/** Values without I/O: results, diagnostics, exact numbers with units, money, dates, three-valued truth. */
export type { Result } from './result.ts';
export { fail, ok } from './result.ts';
export type { Diagnostic, Position, Severity, Span } from './diagnostic.ts';
export { compareDiagnostics, formatDiagnostic } from './diagnostic.ts';
export type { Rational } from './rational.ts';
export * as fraction from './rational.ts';
export { rational } from './rational.ts';
export type { BaseDimension, Dimension } from './dimension.ts';
export { divideDimensions, multiplyDimensions, pureNumber } from './dimension.ts';
export type { Unit } from './unit.ts';
export { findUnit, unitPrefix, unitSymbols } from './unit.ts';
export type { Quantity, QuantityFault } from './quantity.ts';
export { parseQuantity } from './quantity.ts';
export { formatMoneyEn, formatMoneyZh } from './money.ts';
export { moneyInCapitals } from './money-in-capitals.ts';
export type { PlainDate } from './date.ts';
export {
  Temporal,
  compareDates,
  dayOf,
  parseDate,
  zoneOfDocuments,
} from './date.ts';
export type { Truth } from './truth.ts';
export { and, not, or } from './truth.ts';
export { nearName } from './near-name.ts';
