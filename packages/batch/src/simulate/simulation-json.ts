import type { Json } from '@luodi/entitlement';
import type { Content } from '@luodi/language';
import { attributes } from '../population/columns.ts';
import type { Attribute } from '../population/columns.ts';
import { englishName } from '../population/index.ts';
import type { Effect, GroupEffect, Moved, Standing } from './effect.ts';
import type { Counted } from './interaction.ts';
import type { LackingFact } from './lacking.ts';
import type { Exhaustion } from './exhaustion.ts';
import type { LoadedCity } from './loaded-city.ts';
import type { Parameter } from './parameter.ts';
import { stackingWords } from './parameter.ts';
import type { ComparisonResult, MarginalStep, SimulationResult } from './simulation.ts';

/** The population that figures are counted on. */
export function populationJson({ manifest, population: { size } }: LoadedCity): Json {
  return {
    title: manifest?.title ?? '给定的企业表',
    titleEn: manifest?.titleEn ?? 'The enterprises given',
    synthetic: manifest?.synthetic ?? false,
    size,
    standsFor: manifest?.nominalSize ?? size,
    seed: manifest?.seed ?? '',
    day: manifest?.day ?? '',
  };
}

const standing = (each: Standing): Json => ({ ...each });
const moved = ({ newcomers, winners, losers, droppedOut }: Moved) => ({
  newcomers,
  winners,
  losers,
  droppedOut,
});
const counted = (each: Counted): Json => ({ ...each });
const exhausted = ({ certain, upTo }: Exhaustion): Json => ({
  certain: certain?.toString() ?? null,
  upTo: upTo?.toString() ?? null,
});
const step = (each: MarginalStep | undefined): Json => (each === undefined ? null : { ...each });

function groupJson(
  group: GroupEffect,
  attribute: Attribute,
  { manifest }: LoadedCity,
  { vocabulary }: Content,
): Json {
  return {
    name: group.name,
    nameEn: englishName(attribute, group.name, vocabulary, manifest?.englishNames),
    before: standing(group.before),
    after: standing(group.after),
    ...moved(group),
  };
}

function movementJson({ movement }: Effect): Json {
  const { bands, ...rest } = movement;
  return {
    ...rest,
    bands: bands.map(({ fromFen, toFen, gainedFen, lostFen, ...each }) => ({
      fromFen,
      toFen: toFen ?? null,
      ...moved(each),
      gainedFen,
      lostFen,
    })),
  };
}

function lackingJson(facts: readonly LackingFact[], { vocabulary }: Content): Json {
  return facts.map(({ fact, enterprises }) => {
    const inner = /\((.*)\)$/.exec(fact)?.[1];
    const known = vocabulary.factsById.get(inner ?? fact);
    return {
      fact,
      label: known?.name ?? fact,
      labelEn: known?.nameEn ?? fact,
      enterprises,
    };
  });
}

function commonJson(
  result: Omit<SimulationResult, 'measures' | 'marginal' | 'stackingChanged' | 'interactionLater'>,
  city: LoadedCity,
  content: Content,
): Record<string, Json> {
  const { effect, interaction, lacking, budget } = result;
  const label = (id: string) => {
    const measure = content.measures.get(id);
    return { measure: id, label: measure?.name ?? id, labelEn: measure?.nameEn ?? id };
  };
  return {
    population: populationJson(city),
    date: result.date.toString(),
    contentVersion: content.version,
    milliseconds: result.milliseconds,
    before: standing(effect.before),
    after: standing(effect.after),
    movement: movementJson(effect),
    groups: Object.fromEntries(
      attributes.map((each) => [
        each,
        effect.groups[each].map((group) => groupJson(group, each, city, content)),
      ]),
    ),
    interaction:
      interaction === undefined
        ? null
        : {
            measures: interaction.measures.map(({ measure, changed, before, after }) => ({
              ...label(measure),
              document: content.documentOf.get(measure)?.id ?? '',
              changed,
              before: counted(before),
              after: counted(after),
            })),
            total: { before: counted(interaction.before), after: counted(interaction.after) },
          },
    uncertainty: {
      before: { ...effect.certainty.before, lacking: lackingJson(lacking.before, content) },
      after: { ...effect.certainty.after, lacking: lackingJson(lacking.after, content) },
    },
    budget:
      budget === undefined
        ? null
        : {
            fen: budget.budgetFen,
            assumption: { ...budget.assumption },
            before: exhausted(budget.before),
            after: exhausted(budget.after),
          },
    notes: result.notes.map((note) => ({ ...note })),
  };
}

/** A simulation as `luodi simulate --json` prints it and the API sends it. */
export function simulationJson(result: SimulationResult, city: LoadedCity, content: Content): Json {
  return {
    ...commonJson(result, city, content),
    measures: result.measures.map(({ measure, before, after }) => ({
      measure,
      label: content.measures.get(measure)?.name ?? measure,
      labelEn: content.measures.get(measure)?.nameEn ?? measure,
      before: standing(before),
      after: standing(after),
    })),
    marginal:
      result.marginal?.map(({ up, down, ...rest }) => ({
        ...rest,
        up: step(up),
        down: step(down),
      })) ?? null,
    interactionLater: result.interactionLater,
    stackingChanged: [...result.stackingChanged],
  };
}

/** A comparison of two documents, likewise. */
export function comparisonJson(
  result: ComparisonResult,
  city: LoadedCity,
): Readonly<Record<string, Json>> {
  return {
    ...commonJson(result, city, result.content),
    earlier: result.earlier ?? null,
    later: result.later,
    measures: result.measures.map((each) => ({
      name: each.name,
      nameEn: each.nameEn,
      earlier: each.earlier ?? null,
      later: each.later ?? null,
      before: each.before === undefined ? null : standing(each.before),
      after: each.after === undefined ? null : standing(each.after),
    })),
  };
}

const stackingLabels = {
  best_of_matter: { label: stackingWords.best_of_matter, labelEn: 'The best of a matter counts' },
  cumulative: { label: stackingWords.cumulative, labelEn: 'Adds up' },
} as const;

/** A parameter as the page shows it. */
export function parameterJson(parameter: Parameter): Json {
  const { id, kind, value, words, start, label, range } = parameter;
  return {
    id,
    kind,
    value,
    words,
    start: start ?? null,
    label: label.zh,
    labelEn: label.en,
    range: range === undefined ? null : { ...range },
    choices:
      kind === 'stacking'
        ? Object.values(stackingLabels).map((each) => ({ value: each.label, ...each }))
        : null,
  };
}
