import type { Evaluator } from '@luodi/evaluation';
import { nothingKnown } from '@luodi/evaluation';
import type { Block, Measure, PolicyDocument } from '@luodi/language';

export type PassageKind = Exclude<Block['kind'], 'examples'>;

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

interface Told {
  readonly names: readonly string[];
  readonly departments: readonly string[];
  readonly matters: readonly string[];
}

const nothingTold: Told = { names: [], departments: [], matters: [] };

function names(entries: readonly { readonly name: string; readonly nameEn: string }[]) {
  return entries.flatMap(({ name, nameEn }) => [name, nameEn]);
}

function toldBy(block: Block): Told {
  switch (block.kind) {
    case 'measures':
      return {
        names: names(block.measures),
        departments: block.measures.flatMap(({ departments }) => departments),
        matters: block.measures.map(({ matter }) => matter),
      };
    case 'tasks':
      return {
        ...nothingTold,
        names: names(block.tasks),
        departments: block.tasks.flatMap((task) => [...task.leads, ...task.departments]),
      };
    case 'indicators':
      return {
        ...nothingTold,
        names: names(block.indicators),
        departments: block.indicators.flatMap((each) => [...each.leads, ...each.departments]),
      };
    case 'lists':
      return { ...nothingTold, names: block.lists.flatMap((each) => names([each, ...each.items])) };
    case 'procedures':
      return {
        names: block.procedures.flatMap((each) => names([each, ...each.steps])),
        departments: [],
        matters: block.procedures.flatMap(({ matter }) => matter ?? []),
      };
    case 'inspections':
      return {
        ...nothingTold,
        names: names(block.inspections),
        departments: block.inspections.flatMap((each) => [...each.actors, ...each.assistants]),
      };
    case 'contracts':
      return {
        ...nothingTold,
        names: block.contracts.flatMap((each) => names([each, ...each.terms])),
      };
    case 'examples':
    case 'inert':
      return nothingTold;
  }
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
        const told = blocks.map(toldBy);
        const measures = blocks.flatMap((block) =>
          block.kind === 'measures' ? block.measures : [],
        );
        return {
          document,
          clause: clause.heading,
          lines: { from: quote.source.from, to: quote.source.to },
          words: quote.text,
          names: unique(told.flatMap((each) => each.names)),
          kinds: unique(blocks.flatMap(({ kind }) => (kind === 'examples' ? [] : [kind]))),
          departments: unique(told.flatMap((each) => each.departments)),
          matters: unique(told.flatMap((each) => each.matters)),
          upperFen: upperFenOf(measures, evaluator),
        };
      }),
    ),
  );
}
