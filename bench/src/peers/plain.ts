import type { Answer, Applicant } from '../applicant.ts';

const yuan10k = 1_000_000;

/** The rule as a person would write it in JavaScript: the upper limit of what any engine can do. */
export function plain(a: Applicant): Answer {
  if (!(a.high_tech || a.tech_based) || !a.registered || a.employees < 10 || a.dishonest) return 0;
  let research = 0;
  if (a.rd >= 10_000 * yuan10k) research = 200 * yuan10k;
  else if (a.rd_increase >= 200 * yuan10k)
    research = Math.min((a.rd_increase * 5) / 100, 200 * yuan10k);
  const equipment = Math.min((a.equipment * 10) / 100, 100 * yuan10k);
  return Math.max(research, equipment) + (a.first_time ? 30 * yuan10k : 0);
}
