import { Temporal, fraction } from '@luodi/kernel';
import type { PlainDate, Rational } from '@luodi/kernel';

/** How a rule states interest: the yearly rate, and how many days its year has. */
export interface InterestRule {
  readonly yearlyRate: Rational;
  readonly daysInYear: bigint;
}

/** Where a rule states interest: how it is reckoned, from which day (YYYY-MM-DD) until which it runs. */
export interface StatedInterest {
  readonly rule: InterestRule;
  readonly from: string;
  readonly until: string;
}

/**
 * Simple interest in 分 from one day (counted) to another (not counted), rounded half up once at the end; nothing where the
 * second day is not after the first.
 */
export function simpleInterest(
  principal: bigint,
  { yearlyRate, daysInYear }: InterestRule,
  from: PlainDate,
  until: PlainDate,
): bigint {
  const days = BigInt(Math.max(0, from.until(until, { largestUnit: 'days' }).days));
  const exact = fraction.multiply(
    fraction.multiply(fraction.rational(principal), yearlyRate),
    fraction.rational(days, daysInYear),
  );
  return fraction.floor(fraction.add(exact, fraction.rational(1n, 2n)));
}

/** The interest (分) on a sum, where the rule states any. */
export function interestOn(fen: bigint, interest: StatedInterest | undefined): bigint {
  if (interest === undefined) return 0n;
  const { rule, from, until } = interest;
  return simpleInterest(fen, rule, Temporal.PlainDate.from(from), Temporal.PlainDate.from(until));
}
