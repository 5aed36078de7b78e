import { stackingConstraints } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import { nothingKnown } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import { compareDates } from '@luodi/kernel';
import type { Content, Matter, Measure, Validity } from '@luodi/language';
import { amountWords } from '@luodi/library';
import { measureJson, readingsJson } from './measure-json.ts';
import { stackingWords } from './stacking-words.ts';

/** A measure with what is needed to compare it with others. */
export function comparableMeasureJson(measure: Measure, evaluator: Evaluator): Json {
  const { amount, conditions, exclusions, validity } = measure;
  const most = evaluator.answer(measure.id, nothingKnown, validity.from)?.amount.upperFen;
  return {
    ...measureJson(measure, evaluator.content),
    amount: { words: amountWords(amount), upperFen: most ?? null },
    conditions: conditions.map(({ text }) => text),
    exclusions: exclusions.map(({ text }) => text),
    mostTimes: measure.mostTimes ?? null,
    openReadings: readingsJson(measure.openReadings),
  };
}

/** Measures by matter, in the order of the content. */
function measuresByMatter({ measures }: Content): ReadonlyMap<string, readonly Measure[]> {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures.values()) {
    const group = groups.get(measure.matter);
    if (group === undefined) groups.set(measure.matter, [measure]);
    else group.push(measure);
  }
  return groups;
}

/** Matters that have measures: those that most documents speak of first. */
export function mattersJson(content: Content): Json {
  const rows = [...measuresByMatter(content)].map(([name, measures]) => ({
    name,
    nameEn: content.vocabulary.matters.get(name)?.nameEn ?? name,
    measures: measures.length,
    documents: [...new Set(measures.flatMap(({ id }) => content.documentOf.get(id)?.id ?? []))],
  }));
  return rows.toSorted(
    (a, b) => b.documents.length - a.documents.length || b.measures - a.measures,
  );
}

function overlap(a: Validity, b: Validity): boolean {
  const begins = (x: Validity, y: Validity) =>
    y.until === undefined || compareDates(x.from, y.until) <= 0;
  return begins(a, b) && begins(b, a);
}

/** Pairs of measures that nobody gets together: those of drafts and those never in force together are none. */
function exclusionsAmong(measures: readonly Measure[], content: Content): Json {
  const final = measures.filter(({ id }) => content.documentOf.get(id)?.status === 'final');
  const byId = new Map(final.map((measure) => [measure.id, measure]));
  return stackingConstraints(final, content).exclusions.flatMap(([first, second]) => {
    const [a, b] = [byId.get(first), content.measures.get(second)];
    if (a === undefined || b === undefined || !overlap(a.validity, b.validity)) return [];
    const stated = a.stacking.excludes.includes(second) || b.stacking.excludes.includes(first);
    return [{ measures: [first, second], because: stated ? 'stated' : 'same_matter' }];
  });
}

/** All measures of a matter side by side, and which of them exclude which by what words. */
export function matterDetailJson({ name, nameEn }: Matter, evaluator: Evaluator): Json {
  const { content } = evaluator;
  const measures = [...content.measures.values()].filter(({ matter }) => matter === name);
  const documents = new Set(measures.flatMap(({ id }) => content.documentOf.get(id) ?? []));
  return {
    name,
    nameEn,
    measures: measures.map((measure) => comparableMeasureJson(measure, evaluator)),
    stacking: [...documents].map((document) => ({
      document: document.id,
      rule: document.stacking,
      words: stackingWords(document),
    })),
    exclusions: exclusionsAmong(measures, content),
    topUps: measures.flatMap(({ id, stacking }) =>
      stacking.topsUp === undefined ? [] : [{ base: stacking.topsUp, topUp: id }],
    ),
  };
}
