import type { Measure } from '@luodi/language';
import { answerSlice } from './answer-slice.ts';
import { applyChanges } from './change.ts';
import type { Change, ChangedRules, RuleBook } from './change.ts';
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

/** What steps are worked out with. */
interface Steps {
  readonly sliceFor: (
    before: Measure,
    after: Measure,
  ) => Promise<{ readonly slice: Slice; readonly before: Answers } | undefined>;
  /** Asks when the questions before are answered. */
  readonly inTurn: <T>(ask: () => Promise<T>) => Promise<T>;
}

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

/** What is stepped: a parameter of a measure, and where it stands with the changes made. */
interface Stepping {
  readonly parameter: Parameter;
  readonly measure: Measure;
  readonly changes: readonly Change[];
  readonly changed: Measure;
}

/** What a measure with a parameter at another value costs more than as changed; `undefined` where there is no such rule. */
async function stepTo(
  value: string,
  { parameter, measure, changes, changed }: Stepping,
  book: RuleBook,
  scale: Scale,
  context: SimulationContext,
  { sliceFor }: Steps,
): Promise<MarginalStep | undefined> {
  const stepped = applyChanges(
    [...changes, { measure: measure.id, parameter: parameter.id, value }],
    book,
  );
  const after = stepped.ok ? stepped.value.content.measures.get(measure.id) : undefined;
  const known = after === undefined ? undefined : await sliceFor(measure, after);
  if (after === undefined || known === undefined) return undefined;
  const { slice } = known;
  const now = await totalsOf(await answerSlice(after, slice, 'step', context), slice, context);
  const base = await totalsOf(await answerSlice(changed, slice, 'step', context), slice, context);
  return {
    value,
    entitled: scaledCount(now.entitled, scale) - scaledCount(base.entitled, scale),
    certainFen: scaled(now.lower, scale) - scaled(base.lower, scale),
    upToFen: scaled(now.upper, scale) - scaled(base.upper, scale),
  };
}

/** What one step of every number of the changed measures costs, up and down, each by itself, against the rules as changed. */
export async function marginalCosts(
  changes: readonly Change[],
  { changed, content }: ChangedRules,
  book: RuleBook,
  scale: Scale,
  context: SimulationContext,
  steps: Steps,
): Promise<readonly MarginalCost[]> {
  const costs: MarginalCost[] = [];
  for (const id of changed) {
    const measure = book.content.measures.get(id);
    const now = content.measures.get(id);
    const document = book.content.documentOf.get(id);
    const text = document === undefined ? undefined : book.files.get(document.file);
    if (measure === undefined || now === undefined || document === undefined || text === undefined)
      continue;
    for (const parameter of parametersOf(document, [measure], text).get(id) ?? []) {
      const { range } = parameter;
      if (range === undefined) continue;
      const isThis = (change: Change): boolean =>
        change.measure === id && [parameter.id, parameter.value].includes(change.parameter);
      const value = changes.find(isThis)?.value ?? parameter.value;
      const others = changes.filter((change) => !isThis(change));
      const number = Number.parseFloat(value.replaceAll(/[,，]/g, ''));
      const step = (by: number): Promise<MarginalStep | undefined> =>
        number + by > 0
          ? steps.inTurn(() =>
              stepTo(
                writeValue(number + by, range),
                { parameter, measure, changes: others, changed: now },
                book,
                scale,
                context,
                steps,
              ),
            )
          : Promise.resolve(undefined);
      const up = await step(range.step);
      const down = await step(-range.step);
      costs.push({ measure: id, parameter: parameter.id, value, up, down });
    }
  }
  return costs;
}
