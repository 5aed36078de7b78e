import { truth } from '../domain/outcome.ts';
import type { NumberOutcome } from '../domain/outcome.ts';
import { joinPayables, nothing } from '../domain/payable.ts';
import type { Payable } from '../domain/payable.ts';
import {
  addIntervals,
  extremeOf,
  multiplyIntervals,
  negateInterval,
  numberOf,
} from '../expression/numbers.ts';
import { compareOutcomes } from '../expression/comparisons.ts';
import type { AmountCompiler } from './amount-compiler.ts';
import { inManner, notNegative } from './pay.ts';

/** The part of the base that lies in a band. */
function partIn(
  base: NumberOutcome,
  from: NumberOutcome,
  to: NumberOutcome | undefined,
): NumberOutcome {
  const top = to === undefined ? base : extremeOf('least', base, to);
  return notNegative(addIntervals(top, negateInterval(from)));
}

/**
 * 分段: each part of the base at its own rate. The interval of a sum over one base is taken at the ends of the base,
 * which is exact because every band grows with it.
 */
export const compileBands: AmountCompiler<'bands'> = (amount, { expression }) => {
  const base = expression(amount.base);
  const bands = amount.bands.map((band) => ({
    from: expression(band.from),
    to: band.to === undefined ? undefined : expression(band.to),
    rate: expression(band.rate),
    manner: band.manner,
  }));
  return (context) => {
    const evaluated = base(context);
    const figure = numberOf(evaluated);
    const first = bands[0]?.from(context);
    const reached =
      first === undefined ? truth(false) : compareOutcomes('>=', figure, first.outcome, undefined);
    const read = bands.map((band) => ({
      manner: band.manner,
      from: band.from(context),
      to: band.to?.(context),
      rate: band.rate(context),
    }));
    const payables: Payable[] = read.map((band) =>
      inManner(
        band.manner,
        multiplyIntervals(
          partIn(
            figure,
            numberOf(band.from),
            band.to === undefined ? undefined : numberOf(band.to),
          ),
          numberOf(band.rate),
        ),
      ),
    );
    const joined = joinPayables(payables, addIntervals);
    return {
      amount,
      payable: reached.value === false ? nothing : { ...joined, given: reached },
      expressions: [evaluated],
      conditions: [],
      parts: [],
    };
  };
};
