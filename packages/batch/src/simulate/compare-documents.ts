import { measuresOf } from '@luodi/language';
import type { Measure, PolicyDocument } from '@luodi/language';
import { effectOf } from './effect.ts';
import type { Standing } from './effect.ts';
import { exhaustionOf, paceAssumption } from './exhaustion.ts';
import { interactionOf } from './interaction.ts';
import { lackingFacts } from './lacking.ts';
import type { Scale } from './scale.ts';
import type { ComparedMeasure, ComparisonResult, SimulationOptions } from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';
import { applicantWeights } from './applicant-weights.ts';
import { worldOf } from './two-worlds.ts';
import type { DocumentWorld } from './two-worlds.ts';
import { answerAll, groupsAround, groupsOf, payingMeasures, weighWorld } from './world-answers.ts';
import type { Answers } from './world-answers.ts';
import { worthCounted, worthTogether } from './worth-sql.ts';

interface AnsweredWorld extends DocumentWorld {
  readonly table: string;
  readonly ids: readonly string[];
  /** Of the document’s own measures. */
  readonly own: ReadonlyMap<string, Answers>;
  readonly worth: string;
}

async function answerWorld(
  world: DocumentWorld,
  side: string,
  context: SimulationContext,
): Promise<AnsweredWorld> {
  const own = new Set(world.measures.map(({ id }) => id));
  const paying = payingMeasures(world.content, context);
  const around = groupsAround(own, groupsOf(world.content, context));
  const rivals = new Set(around.flatMap(({ members }) => members));
  const asked = paying.filter(({ id }) => own.has(id) || rivals.has(id));
  const ids = asked.map(({ id }) => id).sort();
  const answers = new Map<string, Answers>();
  for (const measure of asked) {
    const found = await answerAll(
      measure,
      `memory.main.compared_${side}_${ids.indexOf(measure.id)}`,
      context,
    );
    if (found !== undefined) answers.set(measure.id, found);
  }
  const table = `memory.main.compared_${side}`;
  await weighWorld(table, ids, answers, world.content, context);
  const ownAnswers = new Map([...answers].filter(([id]) => own.has(id)));
  const numbers = ids.flatMap((id, index) => (own.has(id) ? [index] : []));
  return {
    ...world,
    table,
    ids,
    own: ownAnswers,
    worth: worthCounted([...ownAnswers.values()], table, numbers),
  };
}

/** Measures of both documents by name, in the order of the earlier, then those that are only in the later. */
function namePairs([earlier, later]: readonly [DocumentWorld, DocumentWorld]) {
  const byName = (measures: readonly Measure[]) =>
    new Map(measures.map((measure) => [measure.name, measure]));
  const [one, two] = [byName(earlier.measures), byName(later.measures)];
  return [...new Set([...one.keys(), ...two.keys()])].map((name) => ({
    name,
    earlier: one.get(name),
    later: two.get(name),
  }));
}

async function standings(
  [before, after]: readonly [AnsweredWorld, AnsweredWorld],
  scale: Scale,
  context: SimulationContext,
): Promise<readonly ComparedMeasure[]> {
  const compared: ComparedMeasure[] = [];
  for (const { name, earlier, later } of namePairs([before, after])) {
    const of = (world: AnsweredWorld, measure: Measure | undefined) => {
      const answers = measure === undefined ? undefined : world.own.get(measure.id);
      return answers === undefined ? [] : [answers];
    };
    const effect = await effectOf(
      {
        before: worthTogether(of(before, earlier)),
        after: worthTogether(of(after, later)),
        weight: applicantWeights,
      },
      scale,
      context,
    );
    const side = (measure: Measure | undefined, standing: Standing) =>
      measure === undefined ? undefined : standing;
    compared.push({
      name,
      earlier: earlier?.id,
      later: later?.id,
      before: side(earlier, effect.before),
      after: side(later, effect.after),
    });
  }
  return compared;
}

/** What the second document costs in place of the first. What counts of each in the best lawful combination is compared. */
export async function compareWorlds(
  [earlier, later]: readonly [PolicyDocument, PolicyDocument],
  context: SimulationContext,
  scale: Scale,
  { budgetFen, date }: SimulationOptions,
): Promise<ComparisonResult> {
  const started = performance.now();
  const before = await answerWorld(
    worldOf(earlier, later, date, context.content),
    'before',
    context,
  );
  const after = await answerWorld(worldOf(later, earlier, date, context.content), 'after', context);
  const effect = await effectOf(
    { before: before.worth, after: after.worth, weight: applicantWeights },
    scale,
    context,
  );
  const own = new Set([...measuresOf(earlier), ...measuresOf(later)].map(({ id }) => id));
  const lacking = (world: AnsweredWorld) => lackingFacts([...world.own.values()], scale, context);
  return {
    date,
    scale,
    effect,
    measures: await standings([before, after], scale, context),
    interaction: await interactionOf(before, after, own, scale, context),
    lacking: { before: await lacking(before), after: await lacking(after) },
    budget:
      budgetFen === undefined
        ? undefined
        : {
            budgetFen,
            assumption: paceAssumption(date),
            before: exhaustionOf(effect.before, budgetFen, date, undefined),
            after: exhaustionOf(effect.after, budgetFen, date, undefined),
          },
    milliseconds: Math.round(performance.now() - started),
    notes: [...before.notes, ...after.notes],
  };
}
