import type { Measure } from '@luodi/language';
import { answerSlice } from './answer-slice.ts';
import { applyChanges } from './change.ts';
import type { ChangedRules, RuleBook } from './change.ts';
import { writeValue } from './parameter.ts';
import type { Parameter } from './parameter.ts';
import { parametersOf } from './parameters-of.ts';
import { scaled, scaledCount } from './scale.ts';
import type { Scale } from './scale.ts';
import type { MarginalCost, MarginalStep } from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';
import type { Slice } from './slice.ts';
import type { Answers } from './world-answers.ts';
import { worthOfAnswers } from './worth-sql.ts';

type SliceFor = (
  before: Measure,
  after: Measure,
) => Promise<{ readonly slice: Slice; readonly before: Answers } | undefined>;

interface Totals {
  readonly entitled: bigint;
  readonly lower: bigint;
  readonly upper: bigint;
}

async function totalsOf(
  { table }: Answers,
  { schema }: Slice,
  { city, signal }: SimulationContext,
): Promise<Totals> {
  const sum = (what: string): string => `coalesce(sum(weight::HUGEINT * ${what}), 0)::HUGEINT`;
  const [row] = await city.session.rows(
    `SELECT coalesce(sum(weight) FILTER (entitled), 0)::HUGEINT, ${sum('lower')}, ${sum('upper')} FROM (${worthOfAnswers(table)}) AS worth INNER JOIN memory.${schema}.weight AS weights USING (unit)`,
    signal,
  );
  const [entitled, lower, upper] = row ?? [];
  return { entitled: BigInt(entitled ?? 0), lower: BigInt(lower ?? 0), upper: BigInt(upper ?? 0) };
}

/** What a measure with a parameter at another value costs more than as changed; `undefined` where there is no such rule. */
async function stepTo(
  value: string,
  parameter: Parameter,
  measure: Measure,
  changedBook: RuleBook,
  scale: Scale,
  context: SimulationContext,
  sliceFor: SliceFor,
): Promise<MarginalStep | undefined> {
  const stepped = applyChanges(
    [{ measure: measure.id, parameter: parameter.id, value }],
    changedBook,
  );
  const after = stepped.ok ? stepped.value.content.measures.get(measure.id) : undefined;
  const known = after === undefined ? undefined : await sliceFor(measure, after);
  if (after === undefined || known === undefined) return undefined;
  const { slice } = known;
  const now = await totalsOf(await answerSlice(after, slice, 'step', context), slice, context);
  const base = await totalsOf(known.before, slice, context);
  return {
    value,
    entitled: scaledCount(now.entitled, scale) - scaledCount(base.entitled, scale),
    certainFen: scaled(now.lower, scale) - scaled(base.lower, scale),
    upToFen: scaled(now.upper, scale) - scaled(base.upper, scale),
  };
}

/**
 * What one step of every number of the changed measures costs, up and down, each by itself, against the rules as they stand before the
 * change. (Numbers that the change itself has moved are stepped from where they stood.)
 */
export async function marginalCosts(
  { changed }: ChangedRules,
  book: RuleBook,
  scale: Scale,
  context: SimulationContext,
  sliceFor: SliceFor,
): Promise<readonly MarginalCost[]> {
  const costs: MarginalCost[] = [];
  for (const id of changed) {
    const measure = book.content.measures.get(id);
    const document = book.content.documentOf.get(id);
    const text = document === undefined ? undefined : book.files.get(document.file);
    if (measure === undefined || document === undefined || text === undefined) continue;
    for (const parameter of parametersOf(document, [measure], text).get(id) ?? []) {
      const { range } = parameter;
      if (range === undefined) continue;
      const step = (by: number) =>
        range.value + by <= 0
          ? Promise.resolve(undefined)
          : stepTo(
              writeValue(range.value + by, range),
              parameter,
              measure,
              book,
              scale,
              context,
              sliceFor,
            );
      const up = await step(range.step);
      const down = await step(-range.step);
      costs.push({ measure: id, parameter: parameter.id, value: parameter.value, up, down });
    }
  }
  return costs;
}
