import type { Evaluator } from '@luodi/evaluation';
import { nothingKnown } from '@luodi/evaluation';
import { entriesIn } from '@luodi/language';
import type {
  BlockEntry,
  BlockEntryKind,
  Measure,
  NamedEntry,
  PolicyDocument,
} from '@luodi/language';

export type PassageKind = BlockEntryKind | 'inert';

/** A quotation with what rests on it, as search finds it. */
export interface SearchPassage {
  readonly document: PolicyDocument;
  readonly clause: string;
  readonly lines: { readonly from: number; readonly to: number };
  readonly words: string;
  /** Names of its entries, Chinese and English. */
  readonly names: readonly string[];
  readonly kinds: readonly PassageKind[];
  readonly departments: readonly string[];
  readonly matters: readonly string[];
  /** The most that one of its measures can bring somebody of whom nothing is known; `undefined` where no measure has a bound. */
  readonly upperFen: bigint | undefined;
}

type Named = Pick<NamedEntry, 'name' | 'nameEn'>;

/** An entry with its parts, by the names that somebody may look for. */
function namedBy({ kind, entry }: BlockEntry): readonly Named[] {
  switch (kind) {
    case 'lists':
      return [entry, ...entry.items];
    case 'procedures':
      return [entry, ...entry.steps];
    case 'contracts':
      return [entry, ...entry.terms];
    case 'measures':
    case 'tasks':
    case 'indicators':
    case 'inspections':
      return [entry];
  }
}

/** Those that an entry is found by. */
function departmentsIn({ kind, entry }: BlockEntry): readonly string[] {
  switch (kind) {
    case 'measures':
      return entry.departments;
    case 'tasks':
    case 'indicators':
      return [...entry.leads, ...entry.departments];
    case 'inspections':
      return [...entry.actors, ...entry.assistants];
    case 'lists':
    case 'procedures':
    case 'contracts':
      return [];
  }
}

function matterOf({ kind, entry }: BlockEntry): string | undefined {
  return kind === 'measures' || kind === 'procedures' ? entry.matter : undefined;
}

function upperFenOf(measures: readonly Measure[], evaluator: Evaluator): bigint | undefined {
  let most: bigint | undefined;
  for (const { id, validity } of measures) {
    const upper = evaluator.answer(id, nothingKnown, validity.from)?.amount.upperFen ?? undefined;
    if (upper !== undefined && (most === undefined || upper > most)) most = upper;
  }
  return most;
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/** Every quotation of a content, in the order of its documents. */
export function passagesOf(evaluator: Evaluator): readonly SearchPassage[] {
  return evaluator.content.documents.flatMap((document) =>
    document.clauses.flatMap((clause) =>
      clause.passages.map(({ quote, blocks }): SearchPassage => {
        const entries = blocks.flatMap(entriesIn);
        const measures = entries.flatMap(({ kind, entry }) => (kind === 'measures' ? [entry] : []));
        return {
          document,
          clause: clause.heading,
          lines: { from: quote.source.from, to: quote.source.to },
          words: quote.text,
          names: unique(entries.flatMap(namedBy).flatMap(({ name, nameEn }) => [name, nameEn])),
          kinds: unique(blocks.flatMap(({ kind }) => (kind === 'examples' ? [] : [kind]))),
          departments: unique(entries.flatMap(departmentsIn)),
          matters: unique(entries.flatMap((each) => matterOf(each) ?? [])),
          upperFen: upperFenOf(measures, evaluator),
        };
      }),
    ),
  );
}
