import type { Measure } from '@luodi/language';
import type { AnsweredWorld } from './answered-world.ts';
import type { Standing } from './effect.ts';
import { scaled, scaledCount } from './scale.ts';
import type { Scale } from './scale.ts';
import type { ComparedMeasure } from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';
import type { Answers } from './world-answers.ts';
import { worthTogether } from './worth-sql.ts';

type Worlds = readonly [AnsweredWorld, AnsweredWorld];

/** Measures of both documents by name, in the order of the earlier, then those that are only in the later. */
function namePairs([earlier, later]: Worlds) {
  const byName = (measures: readonly Measure[]) =>
    new Map(measures.map((measure) => [measure.name, measure]));
  const [one, two] = [byName(earlier.measures), byName(later.measures)];
  return [...new Set([...one.keys(), ...two.keys()])].map((name) => ({
    name,
    earlier: one.get(name),
    later: two.get(name),
  }));
}

/** What each of several measures costs by itself, in the order given. */
async function standingsOf(
  answers: readonly Answers[],
  scale: Scale,
  { city, signal }: SimulationContext,
): Promise<readonly Standing[]> {
  if (answers.length === 0) return [];
  const totals = answers.map(
    (each, index) =>
      `SELECT ${index} AS place, count(*) FILTER (entitled), count(*) FILTER (undecided), coalesce(sum(lower), 0), coalesce(sum(upper), 0), count(*) FILTER (open), coalesce(sum(undecided_upper), 0) FROM (${worthTogether([each])}) AS worth`,
  );
  const rows = await city.session.rows(`${totals.join(' UNION ALL ')} ORDER BY place`, signal);
  return rows.map((row) => {
    const figures = row.slice(1).map((cell) => BigInt(cell ?? 0));
    const count = (index: number) => scaledCount(figures[index] ?? 0n, scale);
    const sum = (index: number) => scaled(figures[index] ?? 0n, scale);
    return {
      entitled: count(0),
      undetermined: count(1),
      certainFen: sum(2),
      upToFen: sum(3),
      openAbove: count(4),
      undecidedUpToFen: sum(5),
    };
  });
}

async function standingsIn(
  { own }: AnsweredWorld,
  scale: Scale,
  context: SimulationContext,
): Promise<ReadonlyMap<string, Standing>> {
  const found = await standingsOf([...own.values()], scale, context);
  return new Map(
    [...own.keys()].flatMap((id, index) => {
      const standing = found[index];
      return standing === undefined ? [] : [[id, standing] as const];
    }),
  );
}

/** Every measure of two documents, with what it costs by itself. */
export async function comparedMeasures(
  worlds: Worlds,
  scale: Scale,
  context: SimulationContext,
): Promise<readonly ComparedMeasure[]> {
  const before = await standingsIn(worlds[0], scale, context);
  const after = await standingsIn(worlds[1], scale, context);
  return namePairs(worlds).map(({ name, earlier, later }) => ({
    name,
    nameEn: later?.nameEn ?? earlier?.nameEn ?? name,
    earlier: earlier?.id,
    later: later?.id,
    before: before.get(earlier?.id ?? ''),
    after: after.get(later?.id ?? ''),
  }));
}
