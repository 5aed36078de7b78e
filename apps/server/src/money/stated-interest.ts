import { fraction } from '@luodi/kernel';
import type { StatedInterest } from '@luodi/delivery';
import type { z } from 'zod';
import type { recoveryInterest } from '../contract/index.ts';

/** `3.45` percent as a number. */
export function percent(text: string) {
  const number = fraction.parseDecimal(text);
  if (number === undefined) throw new TypeError(`${text} was checked to be a number`);
  return fraction.multiply(number, fraction.rational(1n, 100n));
}

/** Interest as a request names it, as the ledger reckons it. */
export function statedInterest({
  yearlyRate,
  daysInYear,
  from,
  until,
}: z.infer<typeof recoveryInterest>): StatedInterest {
  const rule = { yearlyRate: percent(yearlyRate), daysInYear: BigInt(daysInYear) };
  return { rule, from, until };
}
