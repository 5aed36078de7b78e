import { fail, fraction, ok } from '@luodi/kernel';
import type { Rational, Result } from '@luodi/kernel';
import type { Part } from './part.ts';
import { splitByWeight } from './split.ts';

/** Which part of every sum is whose: 市级承担 1/2, 区级承担 1/2. */
export interface Share {
  readonly holder: string;
  readonly part: Rational;
}

export interface SharesFault {
  readonly code: 'shares_not_whole';
}

/** Shares are good when no holder stands twice, none is below zero, and together they are the whole. */
export function checkShares(shares: readonly Share[]): Result<readonly Share[], SharesFault> {
  const holders = new Set(shares.map(({ holder }) => holder));
  const whole = shares.reduce((sum, { part }) => fraction.add(sum, part), fraction.zero);
  const good =
    holders.size === shares.length &&
    shares.every(({ part }) => fraction.compare(part, fraction.zero) > 0) &&
    fraction.equal(whole, fraction.one);
  return good ? ok(shares) : fail({ code: 'shares_not_whole' });
}

/** Each holder's part of a sum (分, not negative); the parts add up to it. The shares are checked before. */
export function splitByShares(
  fen: bigint,
  shares: readonly Share[],
  { pool, year }: { readonly pool: string; readonly year: number },
): readonly Part[] {
  const slices = splitByWeight(
    fen,
    shares.map(({ holder, part }) => ({ name: holder, weight: part })),
  );
  return slices.map((slice) => ({ pool, year, holder: slice.name, fen: slice.fen }));
}

/** A sum (分) divided as the parts are to each other; no part of it exceeds the one that it is taken from. */
export function splitByParts(fen: bigint, parts: readonly Part[]): readonly Part[] {
  const slices = splitByWeight(
    fen,
    parts.map((part, place) => ({
      name: nameOf(part, place),
      weight: fraction.rational(part.fen),
    })),
  );
  const taken = new Map(slices.map((slice) => [slice.name, slice.fen]));
  return parts.map((part, place) => ({ ...part, fen: taken.get(nameOf(part, place)) ?? 0n }));
}

function nameOf({ pool, year, holder }: Part, place: number): string {
  return JSON.stringify([holder, year, pool, place]);
}
