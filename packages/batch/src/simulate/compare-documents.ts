import type { Bilingual } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { answerWorld, PassingTables, Steps } from './answered-world.ts';
import type { AnsweredWorld, Asked, StandingAnswers } from './answered-world.ts';
import type { DocumentPair } from './document-pair.ts';
import { effectOf } from './effect.ts';
import { exhaustionOf, paceAssumption } from './exhaustion.ts';
import { interactionOf } from './interaction.ts';
import { lackingFacts } from './lacking.ts';
import type { Scale } from './scale.ts';
import type { ComparisonResult, SimulationOptions } from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';
import { applicantWeights } from './applicant-weights.ts';
import { comparedMeasures } from './compared-measures.ts';
import { loadMore } from './loaded-city.ts';
import { worldOf } from './two-worlds.ts';
import type { DocumentWorld } from './two-worlds.ts';
import { groupsAround, groupsOf, payingMeasures } from './world-answers.ts';

/** The measures of the two documents and all that stand in their way, before or after. */
function concerned(worlds: readonly DocumentWorld[], context: SimulationContext) {
  const own = new Set(worlds.flatMap(({ measures }) => measures.map(({ id }) => id)));
  const around = worlds.flatMap(({ content }) => groupsAround(own, groupsOf(content, context)));
  return new Set([...own, ...around.flatMap(({ members }) => members)]);
}

/** Rules that a run over everybody cannot carry are said to be missing. */
function notCarried({ measures, own }: AnsweredWorld): readonly Bilingual[] {
  return measures
    .filter(({ id }) => !own.has(id))
    .map(({ name, nameEn }) => ({
      zh: `“${name}”不能整体计算，不在数里`,
      en: `${nameEn} cannot be worked out for all at once; it is in no figure`,
    }));
}

function budgetOf({ before, after }: ComparisonResult['effect'], options: SimulationOptions) {
  const { budgetFen, date } = options;
  if (budgetFen === undefined) return undefined;
  return {
    budgetFen,
    assumption: paceAssumption(date),
    before: exhaustionOf(before, budgetFen, date, undefined),
    after: exhaustionOf(after, budgetFen, date, undefined),
  };
}

async function compared(
  { earlier, later, content }: DocumentPair,
  [one, two]: readonly [DocumentWorld, DocumentWorld],
  asked: Asked,
  rivals: ReadonlySet<string>,
  scale: Scale,
  options: SimulationOptions,
): Promise<ComparisonResult> {
  const started = performance.now();
  const { context, steps } = asked;
  const before = await answerWorld(one, rivals, asked);
  const after = await answerWorld(two, rivals, asked);
  const effect = await effectOf(
    { before: before.worth, after: after.worth, weight: applicantWeights },
    scale,
    context,
  );
  steps.next();
  const own = new Set([...one.measures, ...two.measures].map(({ id }) => id));
  const lacking = (world: AnsweredWorld) => lackingFacts([...world.own.values()], scale, context);
  const result = {
    date: options.date,
    scale,
    effect,
    measures: await comparedMeasures([before, after], scale, context),
    interaction: await interactionOf(before, after, own, scale, context),
    lacking: { before: await lacking(before), after: await lacking(after) },
    budget: budgetOf(effect, options),
    notes: [...before.notes, ...after.notes, ...notCarried(before), ...notCarried(after)],
    earlier: earlier?.id,
    later: later.id,
    content,
  };
  steps.next();
  return { ...result, milliseconds: Math.round(performance.now() - started) };
}

/** What the second document costs in place of the first. What counts of each in the best lawful combination is compared. */
export async function compareWorlds(
  pair: DocumentPair,
  base: Content,
  context: SimulationContext,
  standing: StandingAnswers,
  scale: Scale,
  options: SimulationOptions,
): Promise<ComparisonResult> {
  const { earlier, later } = pair;
  const { date, signal, onProgress } = options;
  const rules = { ...base, vocabulary: context.content.vocabulary };
  const worlds = [
    worldOf(earlier, later, date, rules),
    worldOf(later, earlier, date, rules),
  ] as const;
  const measures = worlds.flatMap((world) => world.measures);
  await loadMore(context.city, measures, rules, date, signal);
  const rivals = concerned(worlds, context);
  const paying = worlds.flatMap(({ content }) => payingMeasures(content, context));
  const steps = new Steps(paying.filter(({ id }) => rivals.has(id)).length + 4, onProgress);
  const tables = new PassingTables();
  try {
    return await compared(
      pair,
      worlds,
      { context, standing, tables, steps },
      rivals,
      scale,
      options,
    );
  } finally {
    await tables.drop(context);
  }
}
