import { scaledCount } from './scale.ts';
import type { Scale } from './scale.ts';
import type { SimulationContext } from './simulation-context.ts';
import { lackingRows } from './worth-sql.ts';
import type { Answers } from './world-answers.ts';

/** A fact that undecided applicants lack, by its id with its aspect. */
export interface LackingFact {
  readonly fact: string;
  readonly enterprises: number;
}

const most = 5;

/** A weighed count where one measure is asked of units: no applicant is in it twice. */
function ofUnits({ table, weights, references }: Answers): string {
  const counts = references.map(
    (_, bit) =>
      `coalesce(sum(weight) FILTER ((missing // ${1n << BigInt(bit)}) % 2 = 1), 0)::HUGEINT`,
  );
  return `SELECT ${counts.join(', ')} FROM ${table} AS answer INNER JOIN (SELECT unit, sum(weight) AS weight FROM ${weights} AS each GROUP BY unit) AS weights ON weights.unit = answer.enterprise_id WHERE status = 'undetermined'`;
}

async function countsOf(
  answers: readonly Answers[],
  { city, signal }: SimulationContext,
): Promise<readonly (readonly [string, bigint])[]> {
  const [only, ...others] = answers;
  if (only !== undefined && others.length === 0) {
    if (only.references.length === 0) return [];
    const [row] = await city.session.rows(ofUnits(only), signal);
    return only.references.map((id, index) => [id, BigInt(row?.[index] ?? 0)]);
  }
  const rows = answers.flatMap(lackingRows);
  if (rows.length === 0) return [];
  const found = await city.session.rows(
    `SELECT fact, count(DISTINCT enterprise_id) FROM (${rows.join(' UNION ALL ')}) AS lacking GROUP BY fact`,
    signal,
  );
  return found.map(([fact, count]) => [String(fact), BigInt(count ?? 0)]);
}

/** The facts that most of the undecided lack. */
export async function lackingFacts(
  answers: readonly Answers[],
  scale: Scale,
  context: SimulationContext,
): Promise<readonly LackingFact[]> {
  const counts = await countsOf(answers, context);
  return counts
    .filter(([, count]) => count > 0n)
    .toSorted(([a, m], [b, n]) => (m === n ? (a < b ? -1 : 1) : m > n ? -1 : 1))
    .slice(0, most)
    .map(([fact, count]) => ({ fact, enterprises: scaledCount(count, scale) }));
}
