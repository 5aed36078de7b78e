import { parameterJson, parametersOf, populationJson } from '@luodi/batch';
import type { Json } from '@luodi/entitlement';
import type { Content, Measure, PolicyDocument } from '@luodi/language';
import { measuresOf } from '@luodi/language';
import type { CityContent } from '../content/city-content.ts';
import type { CitySimulation } from './city-simulation.ts';

function isMoney({ kind }: Measure): boolean {
  return kind === 'grant' || kind === 'relief';
}

function measuresJson(document: PolicyDocument, text: string): readonly Json[] {
  const measures = measuresOf(document).filter(isMoney);
  const parameters = parametersOf(document, measures, text);
  return measures.map((measure) => ({
    measure: measure.id,
    label: measure.name,
    labelEn: measure.nameEn,
    document: document.id,
    documentTitle: document.title,
    documentTitleEn: document.titleEn,
    clause: measure.clause,
    quote: measure.quote.text,
    matter: measure.matter,
    validity: {
      from: measure.validity.from.toString(),
      until: measure.validity.until?.toString() ?? null,
    },
    parameters: (parameters.get(measure.id) ?? []).map(parameterJson),
  }));
}

function draftOf({ relations }: PolicyDocument): string | null {
  const other = relations.find(({ kind }) => kind === 'draft_of')?.other;
  return other?.kind === 'document' ? other.id : null;
}

function withMoney({ documents }: Content): readonly PolicyDocument[] {
  return documents.filter((document) => measuresOf(document).some(isMoney));
}

/** What can be adjusted and compared: the same until the content changes. */
export function adjustableJson({ evaluator, files }: CityContent): {
  readonly measures: Json;
  readonly documents: Json;
} {
  const documents = withMoney(evaluator.content);
  return {
    measures: documents
      .filter(({ status }) => status === 'final')
      .flatMap((document) => measuresJson(document, files.get(document.file) ?? '')),
    documents: documents.map((document) => ({
      id: document.id,
      title: document.title,
      titleEn: document.titleEn,
      draft: document.status !== 'final',
      draftOf: draftOf(document),
    })),
  };
}

/** How far the populations are, and which one answers. */
export function populationsJson(simulation: CitySimulation): {
  readonly population: Json;
  readonly progress: Json;
} {
  const { simulator, progress } = simulation;
  return {
    population: simulator === undefined ? null : populationJson(simulator.city),
    progress: progress.map(({ message, ...rest }) => ({
      ...rest,
      message: message === null ? null : { ...message },
    })),
  };
}
