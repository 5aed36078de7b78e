import { entriesIn } from '@luodi/language';
import type { BlockEntryKind, InertReason, Passage, PolicyDocument } from '@luodi/language';
import { findFigures } from './figures.ts';
import type { TextFigure } from './figures.ts';
import { SpokenNumbers } from './spoken-numbers.ts';

/** A figure of a quotation, and whether a rule below it says the same number. */
export interface QuotedFigure extends TextFigure {
  readonly clause: string;
  /** The place of its quotation among those of the clause. */
  readonly passage: number;
  readonly line: number;
  readonly carried: boolean;
}

/** What of a document is encoded. */
export interface DocumentCoverage {
  readonly document: PolicyDocument;
  readonly clauses: number;
  /** Clauses with at least one block that runs or is followed up. */
  readonly encodedClauses: number;
  readonly entries: Readonly<Record<BlockEntryKind | 'examples', number>>;
  readonly inert: ReadonlyMap<InertReason, number>;
  readonly openReadings: number;
  readonly figures: readonly QuotedFigure[];
}

/** A figure is carried when every number in it stands in a rule under its quotation. */
function quotedFigures(passage: Passage, index: number, clause: string): readonly QuotedFigure[] {
  const { text, source } = passage.quote;
  const rules = passage.blocks.filter(({ kind }) => kind !== 'inert' && kind !== 'examples');
  const said = new SpokenNumbers(rules.map((block) => block.source).join('\n'));
  return findFigures(text).map((figure) => ({
    ...figure,
    clause,
    passage: index,
    line: source.from,
    carried: rules.length > 0 && said.carry(figure.text),
  }));
}

/** Counts what a document's file says and which figures of its quotations the rules carry. */
export function coverDocument(document: PolicyDocument): DocumentCoverage {
  const entries: Record<BlockEntryKind | 'examples', number> = {
    measures: 0,
    examples: 0,
    tasks: 0,
    indicators: 0,
    lists: 0,
    procedures: 0,
    inspections: 0,
    contracts: 0,
  };
  const inert = new Map<InertReason, number>();
  const figures: QuotedFigure[] = [];
  let encodedClauses = 0;
  let openReadings = document.openReadings.length;
  for (const clause of document.clauses) {
    let encoded = false;
    for (const [index, passage] of clause.passages.entries()) {
      figures.push(...quotedFigures(passage, index, clause.heading));
      for (const block of passage.blocks) {
        for (const { kind, entry } of entriesIn(block)) {
          entries[kind]++;
          openReadings += entry.openReadings.length;
        }
        if (block.kind === 'examples') entries.examples += block.examples.length;
        if (block.kind === 'inert') inert.set(block.reason, (inert.get(block.reason) ?? 0) + 1);
        encoded ||= block.kind !== 'inert';
      }
    }
    if (encoded) encodedClauses++;
  }
  const clauses = document.clauses.length;
  return { document, clauses, encodedClauses, entries, inert, openReadings, figures };
}
