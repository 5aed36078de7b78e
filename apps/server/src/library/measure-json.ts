import type { Json } from '@luodi/entitlement';
import { sourceText } from '@luodi/entitlement';
import { examplesOf } from '@luodi/evaluation';
import { expressionsOfAmount, factsIn } from '@luodi/language';
import type { Content, Measure, OpenReading } from '@luodi/language';
import type { CityContent } from '../content/city-content.ts';

type JsonObject = { readonly [key: string]: Json | undefined };

export function validityJson({ validity }: Pick<Measure, 'validity'>): Json {
  return { from: validity.from.toString(), until: validity.until?.toString() ?? null };
}

export function readingsJson(readings: readonly OpenReading[]): Json {
  return readings.map(({ words, reading, reason }) => ({ words, reading, reason }));
}

/** What a list of measures says of each. */
export function measureJson(measure: Measure, { documentOf, vocabulary }: Content): JsonObject {
  const document = documentOf.get(measure.id);
  return {
    id: measure.id,
    label: measure.name,
    labelEn: measure.nameEn,
    summaryEn: measure.summaryEn,
    document: document?.id ?? '',
    documentTitle: document?.title ?? '',
    documentTitleEn: document?.titleEn ?? '',
    documentStatus: document?.status ?? 'final',
    clause: measure.clause,
    kind: measure.kind,
    matter: measure.matter,
    matterEn: vocabulary.matters.get(measure.matter)?.nameEn ?? measure.matter,
    subject: measure.subject,
    validity: validityJson(measure),
    window: measure.window && {
      opens: measure.window.opens.toString(),
      closes: measure.window.closes.toString(),
    },
    departments: measure.departments,
    papers: measure.papers,
    channel: measure.channel ?? null,
    quote: measure.quote.text,
    source: sourceText(measure.quote.source),
  };
}

function factIds(measure: Measure, { vocabulary }: Content): readonly string[] {
  const { conditions, exclusions, amount, totalCap } = measure;
  const expressions = [
    ...conditions,
    ...exclusions,
    ...expressionsOfAmount(amount),
    ...(totalCap === undefined ? [] : [totalCap]),
  ];
  const names = new Set(expressions.flatMap((expression) => [...factsIn(expression)]));
  return [...names].map((name) => vocabulary.facts.get(name)?.id ?? name);
}

/** Everything about one measure. */
export function measureDetailJson(measure: Measure, { evaluator, files }: CityContent): Json {
  const { content } = evaluator;
  const { file, start, end } = measure.span;
  return {
    ...measureJson(measure, content),
    conditions: measure.conditions.map(({ text }) => text),
    exclusions: measure.exclusions.map(({ text }) => text),
    facts: factIds(measure, content),
    oneOff: measure.mostTimes === 1,
    openReadings: readingsJson(measure.openReadings),
    examples: examplesOf(content)
      .filter(({ example }) => example.measure === measure.id)
      .map(({ example }) => ({ title: example.title, date: example.date.toString() })),
    rule: files.get(file)?.slice(start.offset, end.offset) ?? '',
  };
}
