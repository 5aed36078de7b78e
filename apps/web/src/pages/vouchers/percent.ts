import { fraction } from '@luodi/kernel';

function partsOf(part: string): readonly [bigint, bigint] {
  const [numerator = '1', denominator = '1'] = part.split('/');
  return [BigInt(numerator), BigInt(denominator)];
}

/** `3/10` as people say it: `30%`; the fraction itself where that is shorter. */
export function sayPart(part: string): string {
  const [numerator, denominator] = partsOf(part);
  const hundredths = fraction.rational(numerator * 100n, denominator);
  return 10_000n % hundredths.denominator === 0n ? `${fraction.formatDecimal(hundredths)}%` : part;
}

/** Percent as they are written, as a part: `30` is `3/10`; `undefined` for what is none, or above the whole. */
export function partOf(percent: string): string | undefined {
  const bare = percent.trim();
  const number = /^\d{1,3}(\.\d{1,4})?$/u.test(bare) ? fraction.parseDecimal(bare) : undefined;
  if (number === undefined) return undefined;
  const { numerator, denominator } = fraction.multiply(number, fraction.rational(1n, 100n));
  return numerator > 0n && numerator <= denominator ? `${numerator}/${denominator}` : undefined;
}

/** How much of a sum (分) a part of it is, rounded down. */
export function partOfSum(fen: bigint, part: string): bigint {
  const [numerator, denominator] = partsOf(part);
  return (fen * numerator) / denominator;
}
