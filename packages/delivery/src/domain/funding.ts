import { z } from 'zod';
import { fail, fraction, ok } from '@luodi/kernel';
import type { Rational, Result } from '@luodi/kernel';
import type { Share } from '../money/domain/shares.ts';

const holder = z.string().trim().min(1).max(100);

/** Where the money of a programme comes from. `属地` stands for the district of each case. */
export const fundingSchema = z.strictObject({
  pool: holder,
  year: z.int().min(2000).max(2100),
  /** Whose part of every sum is how much: `1/2`, `1`. */
  shares: z
    .array(z.strictObject({ holder, part: z.string().regex(/^[1-9]\d{0,8}(\/[1-9]\d{0,8})?$/) }))
    .min(1)
    .max(8),
  /** Who pays everything first; the others settle with it. */
  advance: holder,
  exhaustion: z.enum(['first_come', 'pro_rata', 'queue']),
});

export type Funding = z.infer<typeof fundingSchema>;

/** The word that stands for the district of a case. */
const ownDistrict = '属地';

/** `district:西湖区` for 属地 in a case of 西湖区. */
export function holderIn(named: string, district: string): string {
  return named === ownDistrict ? `district:${district}` : named;
}

/** `1/2`, `1`. */
function partOf(written: string): Rational {
  const [numerator = '1', denominator = '1'] = written.split('/');
  return fraction.rational(BigInt(numerator), BigInt(denominator));
}

/** The shares of a case in a district, exact. */
export function sharesIn({ shares }: Funding, district: string): readonly Share[] {
  return shares.map(({ holder: named, part }) => {
    return { holder: holderIn(named, district), part: partOf(part) };
  });
}

/** Levels of government as 分担 of a measure names them. */
export const levels = ['市', '区县', '省'] as const;
export type Level = (typeof levels)[number];

/** Which part of every sum a level bears. */
export interface LevelShare {
  readonly level: Level;
  readonly part: Rational;
}

/** Whether a payer named in a rule is a level of government. */
export function isLevel(payer: string): payer is Level {
  return levels.some((level) => level === payer);
}

function levelOf(named: string): Level {
  if (named === ownDistrict || named.startsWith('district')) return '区县';
  return named.startsWith('province') ? '省' : '市';
}

/** What each level bears in a round, whichever of its bodies hold the money. */
export function sharesByLevel({ shares }: Funding): ReadonlyMap<Level, Rational> {
  const sums = new Map<Level, Rational>();
  for (const { holder, part } of shares) {
    const level = levelOf(holder);
    sums.set(level, fraction.add(sums.get(level) ?? fraction.zero, partOf(part)));
  }
  return sums;
}

/** Shares must be the whole together, and who pays first must bear a share or be named by the rule. */
export function checkFunding(funding: Funding): Result<Funding, 'shares_not_whole'> {
  const parts = sharesIn(funding, '').map(({ part }) => part);
  const sum = parts.reduce((total, part) => fraction.add(total, part), fraction.zero);
  return fraction.equal(sum, fraction.one) ? ok(funding) : fail('shares_not_whole');
}
