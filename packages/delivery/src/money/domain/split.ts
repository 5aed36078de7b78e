import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';

interface Weighted {
  readonly name: string;
  readonly weight: Rational;
}

interface Slice {
  readonly name: string;
  readonly fen: bigint;
}

/** Code units, not a language's order: the same on every machine. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * Divides a sum by weights, to the 分: each gets its exact part rounded down, and what is left goes to the largest
 * remainders, one 分 each (alike remainders: by name). The slices add up to the sum, and the order of the weights does not
 * matter. Where the weights are whole numbers that together are not less than the sum, no slice exceeds its weight.
 *
 * @param fen Not negative.
 * @param weights Not negative, names all different, at least one above zero unless the sum is zero.
 */
export function splitByWeight(fen: bigint, weights: readonly Weighted[]): readonly Slice[] {
  const total = weights.reduce((sum, { weight }) => fraction.add(sum, weight), fraction.zero);
  const exact = [...weights].sort(byName).map(({ name, weight }) => {
    const part =
      fraction.divide(fraction.multiply(fraction.rational(fen), weight), total) ?? fraction.zero;
    const whole = fraction.floor(part);
    return { name, whole, rest: fraction.subtract(part, fraction.rational(whole)) };
  });
  const left = Number(fen - exact.reduce((sum, { whole }) => sum + whole, 0n));
  const luckiest = [...exact]
    .sort((a, b) => fraction.compare(b.rest, a.rest) || byName(a, b))
    .slice(0, left);
  const raised = new Set(luckiest.map(({ name }) => name));
  return exact.map(({ name, whole }) => ({ name, fen: raised.has(name) ? whole + 1n : whole }));
}
