import { fraction, rational } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { Amount, Expression, Measure } from '@luodi/language';

type Most = Rational | undefined;

function written(expression: Expression | undefined): Most {
  return expression?.kind === 'literal' && expression.value.kind === 'number'
    ? expression.value.value
    : undefined;
}

function highest(bounds: readonly Most[]): Most {
  return bounds.reduce<Most>(
    (most, next) =>
      most === undefined || next === undefined ? undefined : fraction.greatest(most, next),
    fraction.zero,
  );
}

function lower(a: Most, b: Most): Most {
  if (a === undefined || b === undefined) return a ?? b;
  return fraction.least(a, b);
}

/** The most an amount can come to by the figures written in it alone; `undefined` = no bound. */
function mostOfAmount(amount: Amount): Most {
  switch (amount.kind) {
    case 'pay':
      return amount.manner === 'at_least' ? undefined : written(amount.value);
    case 'discretionary':
      return written(amount.ceiling);
    case 'by_reference':
    case 'bands':
      return undefined;
    case 'decision':
      return fraction.zero;
    case 'first_of':
      return highest(amount.arms.map((arm) => mostOfAmount(arm.amount)));
    case 'graded':
      return highest(amount.rows.map((row) => mostOfAmount(row.amount)));
    case 'highest':
      return highest(amount.options.map(mostOfAmount));
    case 'sum':
      return amount.parts
        .map((part) => mostOfAmount(part.amount))
        .reduce(
          (sum, next) =>
            sum === undefined || next === undefined ? undefined : fraction.add(sum, next),
          fraction.zero,
        );
    case 'capped':
    case 'cumulative_cap':
      return lower(mostOfAmount(amount.amount), written(amount.cap));
    case 'difference':
      return mostOfAmount(amount.amount);
    case 'bounded_by':
      return lower(mostOfAmount(amount.amount), written(amount.base));
  }
}

/** The most a measure can bring for so many items, in fen; `undefined` where its words set no bound. */
export function mostOf(measure: Measure, items: number): bigint | undefined {
  const each = mostOfAmount(measure.amount);
  const all = each === undefined ? undefined : fraction.multiply(each, rational(BigInt(items)));
  const most = lower(all, written(measure.totalCap));
  return most === undefined ? undefined : fraction.floor(most);
}
