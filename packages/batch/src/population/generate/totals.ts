import type { DuckDBConnection } from '@duckdb/node-api';
import { largestWhole } from '../columns.ts';
import type { PlannedFact, PopulationPlan } from '../profile/population-plan.ts';
import type { NumberSpec, TotalSpec } from '../profile/profile-shape.ts';
import { numberSql } from './fact-sql.ts';
import type { TableContext } from './fact-sql.ts';
import { groupTest, latentsSql, number } from './latents-sql.ts';
import type { RevenueFactor } from './latents-sql.ts';

/** How one total is met: what is written is `floor(value × target ÷ sum)`, and the rest goes to one enterprise. */
export interface MetTotal {
  readonly total: TotalSpec;
  readonly factor: RevenueFactor;
  /** What the population is to sum up to, in fen: the total × its size ÷ the size of the city. */
  readonly target: bigint;
  /** What it sums up to before it is scaled. */
  readonly sum: bigint;
  /** Fen that whole numbers leave over, and the enterprise that takes them: the largest of the group. */
  readonly rest: bigint;
  readonly restTo: bigint;
}

async function one(connection: DuckDBConnection, sql: string): Promise<readonly (bigint | null)[]> {
  const reader = await connection.runAndReadAll(sql);
  const [row = []] = reader.getRows();
  return row.map((value) => (typeof value === 'bigint' ? value : null));
}

function groupOf({ 行业, 规模 }: TotalSpec, { profile }: PopulationPlan) {
  const industries = Object.keys(profile.行业);
  const sizes = Object.keys(profile.规模);
  return {
    industries: (行业 ?? industries).map((name) => industries.indexOf(name)),
    sizes: (规模 ?? sizes).map((name) => sizes.indexOf(name)),
  };
}

function revenueFact(
  total: TotalSpec,
  plan: PopulationPlan,
): { fact: PlannedFact['fact']; spec: NumberSpec } {
  const planned = plan.enterpriseFacts.find(({ fact }) => fact.name === total.事实);
  if (planned?.distribution.kind !== 'number')
    throw new TypeError(`a total of what is no number: ${total.事实}`);
  return { fact: planned.fact, spec: planned.distribution.spec };
}

/** The value of a total's fact before it is scaled. */
function plainValue(total: TotalSpec, plan: PopulationPlan, context: TableContext): string {
  const { fact, spec } = revenueFact(total, plan);
  return numberSql({ fact, distribution: { spec } }, total.年, { ...context, plain: true });
}

/**
 * Weighs a whole population against the totals of its profile, before it is written. The sum is over the enterprises whose figure is
 * stated, in exact whole fen; a group without any is left out.
 */
export async function weighTotals(
  connection: DuckDBConnection,
  plan: PopulationPlan,
  city: { readonly seed: string; readonly size: number },
  context: TableContext,
): Promise<readonly MetTotal[]> {
  const latents = latentsSql(plan.profile, city.seed, { from: 0, to: city.size }, []);
  const met: MetTotal[] = [];
  for (const total of plan.profile.合计 ?? []) {
    const group = groupOf(total, plan);
    const rows = `(SELECT ${number}, ${plainValue(total, plan, context)} AS value FROM (${latents}) WHERE ${groupTest(group)})`;
    const [sum, largest] = await one(
      connection,
      `SELECT sum(value)::HUGEINT, max(value) FROM ${rows}`,
    );
    if (sum === undefined || sum === null || sum <= 0n || typeof largest !== 'bigint') continue;
    const target =
      (BigInt(Math.round(total.合计)) * BigInt(city.size)) / BigInt(plan.profile.名义规模);
    if (target > largestWhole * 1000n) continue;
    const [reached, restTo] = await one(
      connection,
      `SELECT sum(value::HUGEINT * ${target} // ${sum})::HUGEINT, min(${number}) FILTER (value = ${largest}) FROM ${rows}`,
    );
    met.push({
      total,
      target,
      sum,
      rest: target - (reached ?? 0n),
      restTo: restTo ?? 0n,
      factor: { ...group, factor: Number(target) / Number(sum) },
    });
  }
  return met;
}

/** The column of a total's fact as it is written: scaled exactly within the groups, as it is elsewhere. */
export function scaledValue(
  factName: string,
  year: number,
  otherwise: string,
  met: readonly MetTotal[],
  plan: PopulationPlan,
  context: TableContext,
): string {
  const mine = met.filter(({ total }) => total.事实 === factName && total.年 === year);
  if (mine.length === 0) return otherwise;
  const cases = mine.map(({ total, factor, target, sum, rest, restTo }) => {
    const scaled = `(${plainValue(total, plan, context)})::HUGEINT * ${target} // ${sum}`;
    return `WHEN ${groupTest(factor)} THEN (${scaled} + CASE WHEN ${number} = ${restTo} THEN ${rest} ELSE 0 END)::BIGINT`;
  });
  return `CASE ${cases.join(' ')} ELSE ${otherwise} END`;
}
