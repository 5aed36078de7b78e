/** One applicant of the measured rule. Money in 分, as plain numbers, because the peers know no others. */
export interface Applicant {
  readonly high_tech: boolean;
  readonly tech_based: boolean;
  readonly registered: boolean;
  readonly dishonest: boolean;
  readonly first_time: boolean;
  readonly employees: number;
  readonly rd: number;
  readonly rd_increase: number;
  readonly equipment: number;
}

/** What an engine says: the sum in 分, 0 = not entitled. */
export type Answer = number;

const tenThousandYuan = 1_000_000;

/** A small generator with a fixed seed (mulberry32): the same applicants in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` applicants on both sides of every threshold and cap. Sums are whole 万元, so no engine has to round. */
export function applicants(count: number, seed = 20_240_101): readonly Applicant[] {
  const next = random(seed);
  const chance = (share: number): boolean => next() < share;
  const money = (most: number): number => Math.floor(next() * most) * tenThousandYuan;
  return Array.from({ length: count }, () => ({
    high_tech: chance(0.5),
    tech_based: chance(0.5),
    registered: chance(0.9),
    dishonest: chance(0.05),
    first_time: chance(0.3),
    employees: Math.floor(next() * 60),
    rd: money(12_000),
    rd_increase: money(6000),
    equipment: money(1500),
  }));
}
