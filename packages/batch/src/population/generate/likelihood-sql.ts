import type { LikelihoodSpec, ProfileNumbers } from '../profile/profile-shape.ts';
import {
  byNumber,
  double,
  growthIndex,
  industryNumber,
  rdIndex,
  sizeNumber,
} from './latents-sql.ts';

/** Whether a truth holds, before it is decided whether it is known: the column beside the one that is written. */
export function heldColumn(factId: string): string {
  return `held_${factId}`;
}

/** A factor with mean 1 that goes with a standard normal index. */
function along(index: string, strength: number | undefined): string[] {
  if (strength === undefined || strength === 0) return [];
  return [`exp(${double(strength)} * ${index} - ${double((strength * strength) / 2)})`];
}

function factors(
  names: readonly string[],
  given: Readonly<Record<string, number>> | undefined,
  column: string,
): string[] {
  if (given === undefined) return [];
  return [
    byNumber(
      column,
      names.map((name) => double(given[name] ?? 1)),
    ),
  ];
}

/** The chance of something that has chance `share` where nothing is said of it; between 0 and 1 when compared to a uniform number. */
export function chance(
  share: number,
  spec: Pick<LikelihoodSpec, '随规模' | '随行业' | '随研发' | '随增长'>,
  profile: Pick<ProfileNumbers, '规模' | '行业'>,
): string {
  return [
    double(share),
    ...factors(Object.keys(profile.规模), spec.随规模, sizeNumber),
    ...factors(Object.keys(profile.行业), spec.随行业, industryNumber),
    ...along(rdIndex, spec.随研发),
    ...along(growthIndex, spec.随增长),
  ].join(' * ');
}

/** 须 and 非: what must hold and what must not, by the ids of the facts. */
export function prerequisites(
  spec: Pick<LikelihoodSpec, '须' | '非'>,
  idOf: (name: string) => string,
): string[] {
  return [
    ...(spec.须 ?? []).map((name) => heldColumn(idOf(name))),
    ...(spec.非 ?? []).map((name) => `NOT ${heldColumn(idOf(name))}`),
  ];
}
